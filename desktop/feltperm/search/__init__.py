"""Norwegian text to tokens to ranked hits with reasons."""
