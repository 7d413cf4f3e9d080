"""The page of one record, and what the user adds to it."""
