"""From nynorsk to bokmål, word by word: what is typed in one finds what is written in the other.

The two share most stems. What differs follows a handful of rules and a list of common words. A rule
is only a guess, and the plan keeps those guesses that the index knows. All words are folded: `å` is
`a`, `ø` is `o`, `æ` is `a`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from feltperm.catalogue.fold import fold

__all__ = ["variants"]

#: Common words that no rule gives.
_PAIRS = """
    gamal gammel, gamalt gammelt, kjem kommer, kome komme, seld solgt, selde solgte, vore vært,
    mykje mye, noreg norge, noregs norges, bilete bilde, sidan siden, veke uke, veka uken,
    ynskje ønske, ynskjer ønsker, utan uten, betre bedre, fekk fikk, gjekk gikk, gje gi, gjev gir,
    høgre høyre, høgt høyt, skaut skjøt, vekse vokse, heime hjemme, noko noe, nokon noen,
    mjølk melk, rettleiing veiledning, tilvising henvisning, born barn, ope åpent, open åpen,
    opningstid åpningstid, opningstider åpningstider, stad sted, stader steder, lækjar lege,
    tannlækjar tannlege, bustad bolig, bustader boliger, rettar rettigheter, kjensle følelse,
    kjensler følelser, vaksen voksen, vaksne voksne, sundag søndag, morgon morgen, sumar sommer,
    enno ennå, høve mulighet, løyve tillatelse, naud nød, naudnummer nødnummer,
    valdtekt voldtekt, hugsar husker, aukar øker, auke øke, auka økte, flya flyene, syster søster,
    tenester tjenester, tenesta tjenesten, hjarte hjerte, auge øye, auga øynene, øyre øre,
    nase nese, hovud hode, rekning regning, fridom frihet, kyrkje kirke, kyrkja kirken,
    tryggleik trygghet, verksemd virksomhet, verksemder virksomheter, merksemd oppmerksomhet,
    vatn vann, sjølvmord selvmord, nasebor nesebor, rådgiving rådgivning, forgifting forgiftning
"""
#: Spelling that differs wherever it stands in a word.
_INSIDE = (
    ("skul", "skol"), ("sjuk", "syk"), ("sjølv", "selv"), ("verds", "verdens"), ("vald", "vold"),
    ("tilskot", "tilskudd"), ("tilbod", "tilbud"), ("teneste", "tjeneste"), ("låg", "lav"),
    ("høg", "høy"), ("kvar", "hver"), ("kv", "hv"), ("opning", "åpning"), ("stad", "sted"),
    ("framsteg", "fremskritt"), ("fram", "frem"), ("samvit", "samvittighet"), ("val", "valg"),
    ("tal", "tall"), ("veljar", "velger"), ("laurdag", "lørdag"), ("au", "ø"), ("øy", "ø"),
    ("ei", "e"), ("kkj", "kk"), ("gj", "g"), ("kj", "k"), ("bustad", "bolig"),
)  # fmt: skip
#: Endings: what is cut off, and what stands in its place.
_ENDINGS = (
    ("arane", "erne"), ("arar", "ere"), ("aren", "eren"), ("ar", "er"), ("are", "ere"),
    ("ane", "ene"), ("ande", "ende"), ("aste", "este"), ("legare", "ligere"), ("lege", "lige"),
    ("leg", "lig"), ("leik", "het"), ("leiken", "heten"), ("heit", "het"), ("heita", "heten"),
    ("semd", "somhet"), ("semda", "somheten"), ("a", "en"), ("a", "ene"), ("a", "et"), ("a", "te"),
    ("ast", "es"), ("ing", "ning"), ("inga", "ningen"), ("ad", "et"),
)  # fmt: skip
#: A shorter word has an ending only by chance.
_SHORTEST = 5
#: How many rules one word may need, and how many guesses are worth asking about.
_RULES, _GUESSES = 3, 40

_WORDS = {fold(a): fold(b) for a, b in (pair.split() for pair in re.split(r",\s*", _PAIRS.strip()))}
_FOLDED_INSIDE = tuple((fold(old), fold(new)) for old, new in _INSIDE)


def variants(word: str) -> list[str]:
    """Return what a folded nynorsk word may be in bokmål, likelier guesses first."""
    found = dict.fromkeys([_WORDS[word]] if word in _WORDS else [])
    front = [word]
    for _ in range(_RULES):
        front = [guess for known in front for guess in _once(known) if guess not in found]
        found.update(dict.fromkeys(front))
        if len(found) >= _GUESSES:
            break
    found.pop(word, None)
    return list(found)[:_GUESSES]


def _once(word: str) -> Iterator[str]:
    """Give every word that one rule makes of another."""
    for old, new in _FOLDED_INSIDE:
        if old in word:
            yield word.replace(old, new, 1)
    if len(word) >= _SHORTEST:
        for old, new in _ENDINGS:
            if word.endswith(old):
                yield word.removesuffix(old) + new
