"""Finds everything in the program that is said in the window, by reading its source.

Qt's own ``lupdate`` reads ``tr`` and ``translate`` too, but knows nothing of
:mod:`feltperm.wording`, of the little ``_tr`` of a module, or of a choice between two literals; a
test holds that it finds nothing that is not found here.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

__all__ = ["SAID", "Sentence", "sentences"]

#: The context of the sentences of :mod:`feltperm.wording` (``feltperm.ui.toolkit.spoken``).
SAID = "said"
#: Calls of :mod:`feltperm.wording`, and which of their arguments are templates.
_WORDING = {"say": slice(0, 1), "template": slice(0, 1), "counted": slice(1, 3)}


@dataclass(frozen=True, order=True)
class Sentence:
    """What is translated: a source text in its context, with plural forms or without."""

    context: str
    source: str
    plural: bool = False


def sentences(folder: Path) -> list[Sentence]:
    """Return all sentences of the Python files below a folder, sorted, each once.

    Raises:
        ValueError: a sentence is no literal, or stands where no context is known; the places are
            named.
    """
    found: set[Sentence] = set()
    wrong: list[str] = []
    for path in sorted(folder.rglob("*.py")):
        reader = _Reader(path)
        found |= reader.found
        wrong += [f"{path.relative_to(folder)}:{line}: {why}" for line, why in reader.wrong]
    if wrong:
        raise ValueError("\n".join(wrong))
    counting = {(one.context, one.source) for one in found if one.plural}
    return sorted(one for one in found if one.plural or (one.context, one.source) not in counting)


class _Reader(ast.NodeVisitor):
    """Reads one module."""

    def __init__(self, path: Path) -> None:
        self.found: set[Sentence] = set()
        self.wrong: list[tuple[int, str]] = []
        tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
        self._own = _own_context(tree)
        self._classes: list[str] = []
        self.visit(tree)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """Read a class: its name is the context of its ``self.tr``."""
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        """Read a function; the ``_tr`` of a module only passes on what it is given."""
        if node.name != "_tr":
            self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        """Take what is said in this call, and look into it."""
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        method = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        if name in _WORDING:
            self._take(SAID, node.args[_WORDING[name]])
        elif name == "_tr":
            self._take(self._own, node.args[:1], plural=len(node.args) > 1)
        elif method == "tr":
            self._take("".join(self._classes[-1:]), node.args[:1], plural=len(node.args) > 2)
        elif "QT_TRANSLATE_NOOP" in (name, method) or method == "translate":
            context = node.args[0] if node.args else None
            if isinstance(context, ast.Constant):
                self._take(str(context.value), node.args[1:2], plural=len(node.args) > 3)
        self.generic_visit(node)

    def _take(self, context: str, texts: Iterable[ast.expr], *, plural: bool = False) -> None:
        for node in texts:
            if not context:
                self.wrong.append((node.lineno, "no context"))
            for text in _literals(node):
                if isinstance(text, str):
                    self.found.add(Sentence(context, text, plural))
                else:
                    self.wrong.append((node.lineno, "no literal"))


def _literals(node: ast.expr) -> Iterator[str | None]:
    """Give the texts that an expression may be; None for one that is put together.

    A name or an entry of a table is taken to be marked where it is written.
    """
    if isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Call) and ast.unparse(node.func) == "str" and node.args:
        yield from _literals(node.args[0])  # a mark that the type checker takes for an object
    elif not isinstance(node, ast.Name | ast.Attribute | ast.Subscript):
        yield None


def _own_context(tree: ast.Module) -> str:
    """Return the context that the ``_tr`` of a module names."""
    for function in tree.body:
        if isinstance(function, ast.FunctionDef) and function.name == "_tr":
            for node in ast.walk(function):
                if isinstance(node, ast.Call) and len(node.args) > 1:
                    context = node.args[0]
                    return str(context.value) if isinstance(context, ast.Constant) else ""
    return ""
