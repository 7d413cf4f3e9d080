"""The three commands of the conformance contract, as the public suite starts them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from packs.server import Server
from packs.simulator import Simulator, pack_bytes

CLIENT = Path(__file__).with_name("client.py")
DATA = pack_bytes(seq=1)


@pytest.fixture
def shop() -> Simulator:
    shop = Simulator(datetime.now())
    shop.release("national", 1, DATA)
    return shop


@pytest.fixture
def server(shop: Simulator) -> Iterator[Server]:
    with Server(shop.files) as running:
        yield running


def run(tmp_path: Path, *words: str) -> int:
    (tmp_path / "metadata").mkdir(exist_ok=True)
    command = [sys.executable, str(CLIENT), "--metadata-dir", str(tmp_path / "metadata"), *words]
    return subprocess.run(command, capture_output=True, check=False, timeout=60).returncode


def begin(tmp_path: Path, shop: Simulator) -> int:
    root = tmp_path / "initial_root.json"
    root.write_bytes(shop.first_root)
    return run(tmp_path, "init", str(root))


def version(tmp_path: Path, role: str) -> int:
    data = (tmp_path / "metadata" / f"{role}.json").read_bytes()
    return int(json.loads(data)["signed"]["version"])


def test_init_asks_nobody(tmp_path: Path, shop: Simulator, server: Server) -> None:
    assert begin(tmp_path, shop) == 0
    assert version(tmp_path, "root") == 1
    assert server.requests == []


def test_refresh_keeps_what_is_trusted_under_plain_names(
    tmp_path: Path, shop: Simulator, server: Server
) -> None:
    begin(tmp_path, shop)
    shop.rotate("timestamp")
    assert run(tmp_path, "--metadata-url", f"{server.url}/metadata/", "refresh") == 0
    versions = [version(tmp_path, role) for role in ("root", "timestamp", "snapshot", "targets")]
    assert versions == [2, 3, 3, 3]


def test_download_stores_the_verified_file_and_nothing_else(
    tmp_path: Path, shop: Simulator, server: Server
) -> None:
    begin(tmp_path, shop)
    (tmp_path / "targets").mkdir()

    def download(name: str) -> int:
        return run(
            tmp_path,
            *("--metadata-url", f"{server.url}/metadata"),
            *("--target-name", name),
            *("--target-base-url", f"{server.url}/targets"),
            *("--target-dir", str(tmp_path / "targets")),
            "download",
        )

    assert download("national/1.jsonl") == 0
    assert [path.read_bytes() for path in (tmp_path / "targets").iterdir()] == [DATA]
    shop.files[shop.path("national/1.jsonl.zst")] = b"x" * 50
    assert download("national/1.jsonl.zst") == 1
    assert download("national/9.jsonl") == 1
    assert len(list((tmp_path / "targets").iterdir())) == 1


def test_what_is_not_signed_is_refused_with_exit_1(
    tmp_path: Path, shop: Simulator, server: Server
) -> None:
    begin(tmp_path, shop)
    shop.sign("timestamp")
    shop.put("timestamp", [])
    assert run(tmp_path, "--metadata-url", f"{server.url}/metadata/", "refresh") == 1
    assert not (tmp_path / "metadata" / "timestamp.json").exists()
