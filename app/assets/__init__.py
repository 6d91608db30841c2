"""The front-end files Bureau serves itself: which they are and how they are fetched."""
