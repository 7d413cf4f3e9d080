"""The doctor: looks at everything the program stands on, and says what to do (SCREENS 2.7)."""
