"""The content a person works with: what counts, which library serves it, and how it is opened."""
