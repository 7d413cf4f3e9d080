"""Sheets: the jobs, and the worker that sets them."""
