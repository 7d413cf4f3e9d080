"""«Søk» and the lists: filters, results, and what stands there when nothing is found."""
