"""Forms: what a page asks, checked for shape before an operation sees it."""
