"""Handouts for paper: what stands on them, and a writer for each format; nothing here opens a file."""
