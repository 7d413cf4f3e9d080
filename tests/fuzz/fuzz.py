"""Fuzz one target, led by coverage: ``python tests/fuzz/fuzz.py TARGET --seconds 300``.

Needs atheris (``pip install --group fuzz``, Linux). Prints how many inputs were tried; one that
breaks the target is written to ``out/fuzz/`` and the exit code is not 0.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["feltperm", "feltperm_publish"]):
    from targets import ROOT, TARGETS


def main() -> None:
    """Run the target that is named."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--seconds", type=int, default=300)
    options = parser.parse_args()
    folder = ROOT / "out" / "fuzz" / options.target
    folder.mkdir(parents=True, exist_ok=True)
    target = TARGETS[options.target]
    for number, seed in enumerate(target.seeds()):
        (folder / f"seed-{number:03}").write_bytes(seed)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    words = [
        sys.argv[0], str(folder), f"-max_total_time={options.seconds}", "-timeout=20",
        f"-artifact_prefix={Path(ROOT / 'out' / 'fuzz')}/{options.target}-",
        "-print_final_stats=1", "-rss_limit_mb=3000", "-verbosity=1",
    ]  # fmt: skip
    atheris.Setup(words, target.run)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
