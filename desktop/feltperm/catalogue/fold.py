"""One way to write a word, whichever keyboard it was typed on (DESIGN section 5, step 1).

Both what is indexed and what is typed goes through :func:`fold`, so `Ørland`, `orland` and
`oerland` are the same word. Folding is for comparing only; nothing folded is ever shown.
"""

from __future__ import annotations

from unicodedata import combining, normalize

__all__ = ["fold"]

_LETTERS = str.maketrans(
    {"ø": "o", "ö": "o", "æ": "a", "ä": "a", "å": "a", "đ": "d", "ŋ": "n", "ŧ": "t"}
)


def fold(text: str) -> str:
    """Return ``text`` in lower case, without marks, with the Norwegian letters made plain.

    `aa`, `ae` and `oe`, as people write å, æ and ø on a foreign keyboard, become one letter too.
    The result may be shorter than the text; offsets are kept by the caller, a word at a time.
    """
    plain = text.lower()
    if not plain.isascii():
        plain = normalize("NFC", plain).translate(_LETTERS)
        if not plain.isascii():
            decomposed = normalize("NFD", plain)
            plain = normalize("NFC", "".join(c for c in decomposed if not combining(c)))
    return plain.replace("aa", "a").replace("ae", "a").replace("oe", "o")
