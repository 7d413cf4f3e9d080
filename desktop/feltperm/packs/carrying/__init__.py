"""How files come here: over HTTP or from a folder, resumed, paced and counted."""
