"""The bundle as a package for Debian and Ubuntu, with its place in the menu and its icon."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from devtools.app_icons import DRAWING, SIZES
from devtools.bundle import built_when, size_of, version
from devtools.console import Failure
from devtools.places import OUT, ROOT
from devtools.system import LIBRARY_PACKAGES

__all__ = ["make_package", "needs"]

_CONTROL = """\
Package: feltperm
Version: {version}
Section: misc
Priority: optional
Architecture: {architecture}
Maintainer: Feltperm <feltperm@localhost>
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: libcups2
Description: offline field binder of services, guidance and posters
 Services, guidance and printable posters about substance use and mental health
 in Norway, for field nurses and outreach teams. Works without a network.
"""
_NEEDED = re.compile(r"NEEDED\s+(\S+)")
#: Of the C library, which every package names by one name.
_C_LIBRARY = re.compile(r"^(ld-linux.*|lib(c|m|dl|rt|pthread|util|resolv)\.so\..*)$")


def needs(folder: Path) -> list[str]:
    """Return the Debian packages with the libraries that a bundle links to and does not hold.

    Raises:
        Failure: a library is of no package that is known here.
    """
    held = {path.name for path in folder.rglob("*.so*")}
    wanted: set[str] = set()
    for path in [*folder.rglob("*.so*"), folder / "feltperm"]:
        told = subprocess.run(["objdump", "-p", path], capture_output=True, text=True, check=False)
        wanted |= set(_NEEDED.findall(told.stdout))
    outside = {name for name in wanted - held if not _C_LIBRARY.match(name)}
    # printing is recommended, not required: who prints has it
    outside.discard("libcups.so.2")
    unknown = outside - LIBRARY_PACKAGES.keys()
    if unknown:
        raise Failure(f"No Debian package is known for {', '.join(sorted(unknown))}.")
    return ["libc6", *sorted({LIBRARY_PACKAGES[name] for name in outside})]


def make_package(folder: Path, target: Path, squeeze: int = 6) -> Path:
    """Write a bundle as a ``.deb`` below `target` and return it.

    Args:
        squeeze: how hard xz works, 0 to 9.

    Raises:
        Failure: dpkg-deb is not there, or refused.
    """
    if not shutil.which("dpkg-deb"):
        raise Failure("A Debian package is made with dpkg-deb, which is not on this machine.")
    asked = subprocess.run(
        ["dpkg", "--print-architecture"], capture_output=True, text=True, check=True
    )
    architecture = asked.stdout.strip()
    made = target / f"feltperm_{version()}_{architecture}.deb"
    with tempfile.TemporaryDirectory(prefix="feltperm-deb-") as name:
        root = Path(name)
        _lay_out(folder, root)
        control = root / "DEBIAN" / "control"
        control.parent.mkdir()
        control.write_text(
            _CONTROL.format(
                version=version(),
                architecture=architecture,
                kilobytes=size_of(root) // 1024,
                depends=", ".join(needs(folder)),
            ),
            encoding="utf-8",
        )
        when = built_when()
        for path in [root, *root.rglob("*")]:
            os.utime(path, (when, when), follow_symlinks=False)
        done = subprocess.run(
            ["dpkg-deb", "--root-owner-group", "-Zxz", f"-z{squeeze}", "--build", root, made],
            env=os.environ | {"SOURCE_DATE_EPOCH": str(when)},
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode != 0:
        raise Failure(f"dpkg-deb refused: {done.stderr.strip()}")
    return made


def _lay_out(folder: Path, root: Path) -> None:
    """Lay the files where the filesystem hierarchy standard has them."""
    root.chmod(0o755)
    shutil.copytree(folder, root / "usr" / "lib" / "feltperm", symlinks=True)
    program = root / "usr" / "bin" / "feltperm"
    program.parent.mkdir()
    program.symlink_to("../lib/feltperm/feltperm")
    share = root / "usr" / "share"
    for source, place in (
        (ROOT / "build" / "installer" / "feltperm.desktop", "applications/feltperm.desktop"),
        (ROOT / "LICENSE", "doc/feltperm/copyright"),
        (DRAWING, "icons/hicolor/scalable/apps/feltperm.svg"),
        *(
            (OUT / "icons" / f"{size}.png", f"icons/hicolor/{size}x{size}/apps/feltperm.png")
            for size in SIZES
        ),
    ):
        (share / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, share / place)
