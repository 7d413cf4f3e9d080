"""Norwegian text to tokens to ranked hits with reasons."""

from feltperm.search.index import SearchIndex
from feltperm.search.near import nearest
from feltperm.search.searcher import IsOpen, Searcher
from feltperm.search.synonyms import Synonyms, load_synonyms
from feltperm.search.text import Analyser
from feltperm.search.values import Hint, Hit, Interrupted, Mark, Reason, Request, Results

__all__ = [
    "Analyser",
    "Hint",
    "Hit",
    "Interrupted",
    "IsOpen",
    "Mark",
    "Reason",
    "Request",
    "Results",
    "SearchIndex",
    "Searcher",
    "Synonyms",
    "load_synonyms",
    "nearest",
]
