"""Formats of contacts, one file each."""
