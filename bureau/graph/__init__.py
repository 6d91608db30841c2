"""Ties as a picture: what a case knows, drawn, measured and searched, never scored."""
