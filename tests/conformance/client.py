"""The client contract of the public tuf-conformance suite, on top of the program's own classes.

    client.py --metadata-dir D init ROOT
    client.py --metadata-url U --metadata-dir D refresh
    client.py --metadata-url U --metadata-dir D --target-name P --target-base-url T --target-dir O
              download

In a checkout of github.com/theupdateframework/tuf-conformance, with the suite and ``faketime``
installed there, ``FELTPERM`` this tree and ``CLIENT`` this file::

    pytest tuf_conformance --entrypoint "$FELTPERM/.venv/bin/python $FELTPERM/$CLIENT"

Exit 0 when all went well, else 1 with a line on stderr.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from datetime import datetime
from pathlib import Path

from feltperm.errors import Condition
from feltperm.packs.carrying.sources_http import HttpCarrier
from feltperm.packs.carrying.transfer import Transfer
from feltperm.packs.failures import failed, naming
from feltperm.packs.trust.session import Session


def main(arguments: list[str]) -> int:
    """Do one command of the contract."""
    options = _read(arguments)
    try:
        if options.command == "init":
            shutil.copyfile(options.root, options.metadata_dir / "root.json")
        else:
            _talk(options)
    except Condition as error:
        print(f"{error} ({error.detail})", file=sys.stderr)
        return 1
    return 0


def _talk(options: argparse.Namespace) -> None:
    """Refresh, and fetch the targets that are asked for, in one session."""
    with (
        tempfile.TemporaryDirectory() as work,
        HttpCarrier(Transfer(), Path(work)) as carrier,
        naming(),
    ):
        session = Session(
            carrier,
            metadata=options.metadata_dir,
            metadata_url=options.metadata_url,
            targets=options.target_dir or Path(work),
            targets_url=options.target_base_url or options.metadata_url,
            root=None,
            now=datetime.now,
        )
        session.refresh()
        for name in options.target_name:
            target = session.find(name)
            if target is None:
                raise failed("missing", name)
            session.fetch(target)


def _read(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="client under test of tuf-conformance")
    parser.add_argument("--metadata-dir", type=Path, required=True)
    parser.add_argument("--metadata-url")
    parser.add_argument("--target-name", action="append", default=[])
    parser.add_argument("--target-base-url")
    parser.add_argument("--target-dir", type=Path)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("init").add_argument("root", type=Path)
    commands.add_parser("refresh")
    commands.add_parser("download")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
