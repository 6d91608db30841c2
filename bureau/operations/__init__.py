"""What people do: one module per noun, one function per verb; each asks leave and records."""
