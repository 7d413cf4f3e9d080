"""«Varsler», and the banner on every page."""
