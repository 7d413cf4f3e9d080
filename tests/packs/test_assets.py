"""Files beside the packs: each stays as long as a version names it that may be gone back to."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from feltperm.errors import UpdateFailed
from feltperm.packs.disk.assets import Assets


@pytest.fixture
def assets(tmp_path: Path) -> Assets:
    return Assets(tmp_path / "assets")


def keep(assets: Assets, pack: str, seq: int, *words: str) -> list[str]:
    """Let a version name files of these words; return their names."""
    names = [sha256(one.encode()).hexdigest() for one in words]
    for name, word in zip(names, words, strict=True):
        assets.keep(name, word.encode())
    assets.use(pack, seq, names)
    return names


def there(assets: Assets, name: str) -> bool:
    return assets.path(name).exists()


def test_a_file_goes_when_no_version_names_it_that_may_be_gone_back_to(assets: Assets) -> None:
    (old,) = keep(assets, "trondheim", 1, "old")
    for seq in (2, 3):
        keep(assets, "trondheim", seq, "new")
    assets.tidy()
    assert there(assets, old)
    (new,) = keep(assets, "trondheim", 4, "new")
    assets.tidy()
    assert [there(assets, name) for name in (old, new)] == [False, True]


def test_a_file_that_another_pack_names_stays(assets: Assets) -> None:
    (shared,) = keep(assets, "trondheim", 1, "shared")
    keep(assets, "bergen", 7, "shared")
    assets.forget(["trondheim"])
    assert there(assets, shared)
    assets.forget(["bergen"])
    assert not there(assets, shared)


@pytest.mark.parametrize("data", [b"", b"{", b'{"one":[]}', b"[" * 9000])
def test_where_a_list_cannot_be_read_nothing_is_deleted(assets: Assets, data: bytes) -> None:
    (name,) = keep(assets, "trondheim", 1, "drawing")
    assets.path(name).with_name("trondheim.used.json").write_bytes(data)
    keep(assets, "bergen", 1, "other")
    assets.tidy()
    assert there(assets, name)


def test_what_was_changed_on_the_disk_is_not_given_out(assets: Assets) -> None:
    (name,) = keep(assets, "trondheim", 1, "drawing")
    assert assets.read(name) == b"drawing"
    with pytest.raises(UpdateFailed):
        assets.read(name, most=6)
    assets.path(name).write_bytes(b"drowing")
    with pytest.raises(UpdateFailed) as damaged:
        assets.read(name)
    assets.path(name).unlink()
    with pytest.raises(UpdateFailed) as missing:
        assets.read(name)
    assert (damaged.value.why, missing.value.why) == ("damaged", "missing")
