"""Feltperm: an offline field binder of services, guidance and posters."""

__version__ = "0.1.0"
