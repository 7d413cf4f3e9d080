"""Getting new content: asked for, planned, fetched and put into use; senders and what is new."""
