"""The call-and-confirm list: what nobody has confirmed goes out, and the answers come back in."""
