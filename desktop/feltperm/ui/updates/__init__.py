"""«Oppdatering»: where an update stands, senders, sticks, and when to ask."""
