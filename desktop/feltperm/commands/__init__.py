"""The commands that are more than a few lines: one module for each thing they are about."""
