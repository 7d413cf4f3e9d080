"""Passing content on by hand: what each side of a stick has, and what goes along."""
