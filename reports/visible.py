"""Characters that turn the direction of text are shown as what they are, and never obeyed."""

# Marks, embeddings, overrides and isolates of Unicode's bidirectional algorithm.
_TURNING = (
    *("\u061c", "\u200e", "\u200f"),
    *(chr(code) for code in range(0x202A, 0x202F)),
    *(chr(code) for code in range(0x2066, 0x206A)),
)
_SHOWN = str.maketrans({mark: f"[U+{ord(mark):04X}]" for mark in _TURNING})


def visible(value: object) -> object:
    """A text with such characters shown by their number; anything else as it is.

    One in a name would turn the words of others behind it, so its reader must see it.
    """
    if type(value) is str and not value.isascii():
        return value.translate(_SHOWN)
    return value
