"""Memory sticks: read with suspicion, written so that they may be pulled out."""
