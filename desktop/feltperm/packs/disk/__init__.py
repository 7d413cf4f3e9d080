"""The versions on disk, put there so that a crash at any moment loses nothing."""
