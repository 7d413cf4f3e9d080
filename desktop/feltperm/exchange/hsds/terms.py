"""What writing and reading HSDS agree on: identities, taxonomies, and words for the same thing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeAlias
from uuid import NAMESPACE_URL, uuid5

from feltperm.catalogue.records import Status, Text

__all__ = [
    "AREAS", "EXTENSION", "FACTS", "LISTS", "OUR_STATUS", "STATUS", "Taxonomies",
    "own_code", "stated", "taxonomy_name", "term_code", "uid",
]  # fmt: skip

#: The one key of an object that is ours; strict output has none.
EXTENSION: Final = "feltperm"
_NAMESPACE = uuid5(NAMESPACE_URL, "feltperm:hsds")

#: By list name, what the codes of our closed lists are called.
Taxonomies: TypeAlias = Mapping[str, Mapping[str, Text]]

#: The fields of a record that become attributes, each with the list that its codes are of.
LISTS: Final[Mapping[str, str]] = {
    "category": "categories",
    "topics": "topics",
    "audience": "audiences",
    "offers": "offers",
}
#: Yes or no, as attributes with the value ``yes`` or ``no``; what is not stated has none.
FACTS: Final[Mapping[str, str]] = {
    "free": "Gratis",
    "referral": "Krever henvisning",
    "drop_in": "Uten avtale",
    "may_come_while_using": "Kan komme påvirket",
    "anonymous": "Anonymt",
    "staff_only": "Bare for fagfolk",
}
#: What stands before the code in a service area's ``extent``, by the field of our area.
AREAS: Final[Mapping[str, str]] = {
    "country": "country",
    "health_regions": "helseregion",
    "counties": "fylke",
    "municipalities": "kommune",
}
STATUS: Final[Mapping[Status, str]] = {
    "current": "active",
    "changed_operation": "active",
    "temporarily_closed": "temporarily closed",
    "historical": "inactive",
    "withdrawn": "defunct",
}
OUR_STATUS: Final[Mapping[str, Status]] = {
    "active": "current",
    "temporarily closed": "temporarily_closed",
    "inactive": "historical",
    "defunct": "withdrawn",
}


def uid(*parts: object) -> str:
    """Return the identity of one object: the same parts always give the same UUID (version 5)."""
    return str(uuid5(_NAMESPACE, "/".join(map(str, parts))))


def stated(made: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is not stated."""
    return {name: value for name, value in made.items() if value not in ("", None, [], {})}


def taxonomy_name(name: str) -> str:
    """Return what one of our lists is called as a taxonomy."""
    return f"{EXTENSION}:{name}"


def term_code(name: str, code: str) -> str:
    """Return a code of one of our lists as the standard wants it: unique among all terms."""
    return f"{name}:{code}"


def own_code(taxonomy: str, code: str) -> str:
    """Return our code for a term of one of our taxonomies, and any other code as it is."""
    return code.removeprefix(taxonomy.removeprefix(f"{EXTENSION}:") + ":")
