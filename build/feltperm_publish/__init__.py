"""The publisher's side: reads source records, checks them and compiles the pack."""
