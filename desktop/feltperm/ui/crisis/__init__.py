"""«Krise»: the measures as a checklist."""
