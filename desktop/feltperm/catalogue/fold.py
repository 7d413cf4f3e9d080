"""One way to write a word, whichever keyboard it was typed on (DESIGN section 5, step 1).

Both what is indexed and what is typed goes through :func:`fold`, so `Ørland`, `orland` and
`oerland` are the same word. Folding is for comparing only; nothing folded is ever shown.
"""

from __future__ import annotations

from unicodedata import combining, normalize

__all__ = ["fold", "sort_key"]

_LETTERS = str.maketrans(
    {"ø": "o", "ö": "o", "æ": "a", "ä": "a", "å": "a", "đ": "d", "ŋ": "n", "ŧ": "t"}
)
#: The characters that follow `z` in ASCII stand in for the last three letters of the alphabet.
_ALPHABET = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})


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


def sort_key(text: str) -> str:
    """Return what to sort titles by: any case, accents aside, æ ø å after z as in Norwegian."""
    plain = text.lower().translate(_ALPHABET)
    if plain.isascii():
        return plain
    return "".join(c for c in normalize("NFD", plain) if not combining(c))
