"""One function finds the resources in the source tree, an installed wheel and a bundle."""

from __future__ import annotations

from pathlib import Path

import feltperm
from feltperm.paths import resource, resource_root

ROOT = Path(__file__).resolve().parents[2]


def test_in_the_source_tree_they_lie_beside_the_package() -> None:
    assert resource_root() == (ROOT / "resources", ROOT / "out" / "compiled")
    assert Path(feltperm.__file__).is_relative_to(ROOT / "desktop")


def test_in_a_copy_of_the_tree_that_copy_is_used(tmp_path: Path) -> None:
    package = tmp_path / "desktop" / "feltperm"
    package.mkdir(parents=True)
    assert resource("compiled/national.jsonl", package) == tmp_path / "out/compiled/national.jsonl"
    assert resource("layouts/steps.typ", package) == tmp_path / "resources/layouts/steps.typ"


def test_in_a_wheel_and_a_bundle_they_lie_inside_the_package(tmp_path: Path) -> None:
    package = tmp_path / "_internal" / "feltperm"
    inside = package / "resources"
    inside.mkdir(parents=True)
    assert resource("compiled/national.jsonl", package) == inside / "compiled" / "national.jsonl"
    assert resource("layouts/steps.typ", package) == inside / "layouts" / "steps.typ"


def test_a_name_that_only_begins_like_compiled_is_a_written_resource(tmp_path: Path) -> None:
    assert resource("compiled-by-hand/x", tmp_path / "a" / "feltperm").parts[-3:] == (
        "resources",
        "compiled-by-hand",
        "x",
    )
