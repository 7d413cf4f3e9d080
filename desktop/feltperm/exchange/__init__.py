"""Records in the formats of other programs: contacts, calendars, tables. Nothing here does I/O."""
