"""Words that say nothing on their own: the one list of them.

A constant and no file of words, because the index is made with it too: a list that could change by
itself would leave a library that no longer fits its questions. What is dropped from a question is
decided in :mod:`feltperm.search.plan`, and never when nothing else would be left.
"""

from __future__ import annotations

from unicodedata import normalize

from feltperm.catalogue.fold import fold

__all__ = ["FUNCTION_WORDS", "is_stop_word"]

_BOKMAL = """
    alle alt altså annen annet at av bare begge blant ble bli blir blitt burde bør da de deg dem
    den denne der dere deres derfor dersom det dette din dine disse dit ditt du eller en enda
    enn ennå er et ett etter fikk finnes fins for fordi fra før først få får fått gi gikk gir
    gjennom gjorde gjort gjør gjøre gå går ha hadde ham han hans har hatt henne hennes her hos
    hun hva hvem hver hverandre hvert hvilke hvilken hvilket hvis hvor hvordan hvorfor i igjen
    ikke ingen inn innen ja jeg kan kunne man med meg mellom men mens mer mi min mine mitt mot
    må måtte nei noe noen nå når og også om opp oss over på rundt samt seg si sin sine sitt skal
    skulle slik slike slikt som så sånn til unna ut uten var ved vel vi via vil ville være vært
    vår våre vårt å
"""
_NYNORSK = """
    anten av bare berre blei bli blir blitt burde bør dei deim deira der dess desse difor dit
    dykk dykkar då eg ei ein eit eitt enno fekk finst frå få får fått gjekk gjennom gjer gjere
    gjorde gjort gå går hennar hjå ho ikkje inga ingen inkje innan kor korleis kva kvar
    kvarandre kvart kven kvens kvifor me medan mellom mi mitt mykje no noko nokon nokor nokre
    nokså og om sidan skal slik slike slikt so såleis til utan vart vera vere vert verte vore
    vorte vår våre vårt åt òg
"""
_ENGLISH = """
    a about all am an and any are at be been but by can could did do does for from get had has
    have he her here him his how i if in into is it its me my no not of on or our out she should
    so some that the their them then there these they this those to us was we were what when
    where which who whom why will with without would you your
"""
#: Spellings without æ, ø and å that are words or names of their own: «AA», «NA», «far», «bor».
_OWN_MEANING = frozenset({"aa", "aat", "bor", "far", "matte", "na", "vare"})
#: How one writes æ, ø and å on a foreign keyboard; å and æ as the one letter too.
_KEYBOARDS = (
    str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"}),
    str.maketrans({"æ": "a", "ø": "o", "å": "a"}),
)


def _spellings(word: str) -> set[str]:
    """Return how a word may be typed."""
    return {word} | ({word.translate(keyboard) for keyboard in _KEYBOARDS} - _OWN_MEANING)


#: The function words of bokmål and nynorsk, folded: what no compound begins or ends with.
FUNCTION_WORDS = frozenset(map(fold, f"{_BOKMAL} {_NYNORSK}".split()))
_STOP_WORDS = frozenset(
    {typed for word in f"{_BOKMAL} {_NYNORSK}".split() for typed in _spellings(word)}
    | set(_ENGLISH.split())
)


def is_stop_word(word: str) -> bool:
    """Say whether a word in lower case, as it was typed, says nothing on its own.

    The spelling counts: «nå» says nothing, «NA» is Anonyme Narkomane; «Hå» is a municipality.
    """
    return word in _STOP_WORDS or (not word.isascii() and normalize("NFC", word) in _STOP_WORDS)
