"""Watching how people look: values, thirteen rules, and one function that runs them."""
