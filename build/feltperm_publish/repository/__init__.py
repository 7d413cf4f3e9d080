"""A publisher's repository: signed releases of packs, as static files (DESIGN section 6)."""
