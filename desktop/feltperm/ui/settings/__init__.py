"""«Innstillinger» (SCREENS 2.6)."""
