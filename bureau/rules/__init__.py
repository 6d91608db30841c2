"""What the law says: dated, cited rows and pure functions; no clock, no storage, no web."""
