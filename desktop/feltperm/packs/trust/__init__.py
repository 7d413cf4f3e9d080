"""Who sends content, and what of it may be trusted (DESIGN section 6)."""
