"""Norwegian text to tokens to ranked hits with reasons."""

from feltperm.search.index import SearchIndex
from feltperm.search.near import nearest
from feltperm.search.notes import Notes
from feltperm.search.openings import IsOpen
from feltperm.search.searcher import Searcher
from feltperm.search.synonyms import Synonyms, load_synonyms
from feltperm.search.text import Analyser
from feltperm.search.values import (
    NOT_STATED,
    PLUS,
    FilterName,
    Fit,
    Hint,
    Hit,
    Interrupted,
    Mark,
    Note,
    Reason,
    Request,
    Results,
    Section,
)

__all__ = [
    "NOT_STATED",
    "PLUS",
    "Analyser",
    "FilterName",
    "Fit",
    "Hint",
    "Hit",
    "Interrupted",
    "IsOpen",
    "Mark",
    "Note",
    "Notes",
    "Reason",
    "Request",
    "Results",
    "SearchIndex",
    "Searcher",
    "Section",
    "Synonyms",
    "load_synonyms",
    "nearest",
]
