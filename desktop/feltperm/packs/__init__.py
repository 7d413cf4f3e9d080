"""Getting new data: the pack format and the versions on disk."""
