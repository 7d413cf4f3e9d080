"""«Hjelp» (SCREENS 2.7)."""
