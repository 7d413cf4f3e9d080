"""What every page is made of: the look, small pieces, and what Qt itself needs."""
