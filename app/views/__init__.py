"""Pages: each converts a request, calls one operation and answers."""
