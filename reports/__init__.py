"""Dossiers: a plain description of what to print, a page, a PDF; nothing here knows the web."""
