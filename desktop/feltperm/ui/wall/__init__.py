"""«På veggen»: what hangs where, what must be changed, and the question where a sheet went up."""
