"""What is known: record types, areas, hours, freshness; builds and reads the library."""
