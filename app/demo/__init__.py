"""Havermonde: a fictional port city on which everything can be tried and shown."""
