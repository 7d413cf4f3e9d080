"""What the operating system has to provide: packages through apt, Qt's libraries, a display."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from devtools.console import say
from devtools.places import child_environment, venv_program

__all__ = [
    "CUPS",
    "apt_install",
    "bundle_packages",
    "install_command",
    "missing_libraries",
    "no_display",
    "packages_for",
    "packages_for_tools",
    "printing_packages",
    "qt_starts",
]

#: Debian and Ubuntu packages that hold the libraries Qt's window, offscreen and printing plugins
#: link to. A release that renamed one (…t64) still answers to the old name.
LIBRARY_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}

#: Qt plugins whose libraries must be there; the rest of Qt is reached through them. The one for the
#: network stands for Qt's library of that name.
PLUGINS = (
    "networkinformation/libqnetworkmanager.so",
    "platforms/libqoffscreen.so",
    "platforms/libqxcb.so",
    "platforms/libqwayland.so",
    "printsupport/libcupsprintersupport.so",
)

#: Where CUPS has its programs, and which Debian package brings those that the printing test needs.
CUPS = Path("/usr/lib/cups")
CUPS_PACKAGES = {
    "backend/cups-pdf": "printer-driver-cups-pdf",
    "daemon/cups-exec": "cups-daemon",
    "filter/pdftopdf": "cups-filters",
}

_NOT_FOUND = re.compile(r"^\s*(\S+) => not found", re.MULTILINE)
#: Prints the package that holds Python as a library, where that cannot be loaded.
_LOAD_PYTHON = """
import ctypes, sys, sysconfig
try:
    ctypes.CDLL(sysconfig.get_config_var("INSTSONAME"))
except OSError:
    print(f"libpython3.{sys.version_info.minor}")
"""
_ASK_QT = "import PySide6.QtGui as gui, PySide6.QtWidgets as w; w.QApplication([])"


def missing_libraries(qt: Path) -> list[str]:
    """Return the system libraries that Qt's plugins look for in vain, by file name.

    Args:
        qt: the folder ``PySide6/Qt`` of the installed binding. Empty answer off Linux and where
            there is no ``ldd`` to ask.
    """
    if not sys.platform.startswith("linux") or not shutil.which("ldd"):
        return []
    plugins = [path for path in (qt / "plugins" / name for name in PLUGINS) if path.exists()]
    # Not every loaded library carries $ORIGIN for the plugin's sake: name Qt's own folder.
    env = os.environ | {"LC_ALL": "C", "LD_LIBRARY_PATH": str(qt / "lib")}
    told = subprocess.run(
        ["ldd", *map(str, plugins)], env=env, capture_output=True, text=True, check=False
    )
    return sorted(set(_NOT_FOUND.findall(told.stdout)))


def packages_for(libraries: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return (Debian packages that hold these libraries, libraries of no known package)."""
    known, unknown = set(), []
    for library in libraries:
        package = LIBRARY_PACKAGES.get(library)
        if package is None:
            unknown.append(library)
        else:
            known.add(package)
    return sorted(known), unknown


def packages_for_tools(tools: dict[str, str]) -> list[str]:
    """Return the packages of those programs that are not here.

    Args:
        tools: program to Debian package; one that is on nobody's path is named with its folder.
    """
    return sorted({package for tool, package in tools.items() if not shutil.which(tool)})


def bundle_packages() -> list[str]:
    """Return the packages that PyInstaller lacks here: empty on systems other than Linux.

    It reads libraries with objdump, and takes along Python's own, which Debian keeps in a package
    of its own because its Python does not link to it.
    """
    if not sys.platform.startswith("linux"):
        return []
    packages = packages_for_tools({"objdump": "binutils"})
    probe = [str(venv_program("python")), "-c", _LOAD_PYTHON]
    told = subprocess.run(probe, capture_output=True, text=True, check=False).stdout
    return packages + told.split()


def printing_packages() -> list[str]:
    """Return the packages that a print server of the tests' own lacks here.

    Empty off Linux, and for everybody but root: cups-pdf prints for root alone, so others would
    install a print server for nothing.
    """
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        return []
    return sorted(
        {package for file, package in CUPS_PACKAGES.items() if not (CUPS / file).exists()}
    )


def install_command(packages: Iterable[str]) -> str:
    """Return the exact command that installs the packages by hand."""
    return "sudo apt-get install --no-install-recommends -y " + " ".join(packages)


def _privilege() -> list[str] | None:
    """Return what to put before apt-get, or None where it may not be used without asking."""
    if not shutil.which("apt-get"):
        return None
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    if shutil.which("sudo"):
        ask = ["sudo", "-n", "true"]
        if subprocess.run(ask, capture_output=True, check=False).returncode == 0:
            return ["sudo", "-n"]
    return None


def _apt_get(privilege: list[str], *words: str) -> str:
    """Run apt-get without questions; return why it failed, or an empty string."""
    quiet = "DEBIAN_FRONTEND=noninteractive"
    command = [*privilege, "env", quiet, "apt-get", "-q", *words]
    say("   " + " ".join(["apt-get", *words]))
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode == 0:
        return ""
    return "\n   ".join(done.stdout.strip().splitlines()[-5:]) or f"exit code {done.returncode}"


def apt_install(packages: list[str]) -> bool:
    """Install Debian packages where that may be done without asking; say so where it may not.

    The package lists are fetched only when the first try fails: a bare machine has none, and
    elsewhere fetching them is the slow part.

    Returns:
        whether the packages are installed now.
    """
    privilege = _privilege()
    if privilege is None:
        say("   Missing system packages. Install them once with:")
        say(f"     {install_command(packages)}")
        return False
    install = ("install", "--no-install-recommends", "-y", *packages)
    if not _apt_get(privilege, *install):
        return True
    failure = _apt_get(privilege, "update") or _apt_get(privilege, *install)
    if failure:
        say(f"   {failure}")
        say("   That did not work. Install them once with:")
        say(f"     sudo apt-get update && {install_command(packages)}")
    return not failure


def qt_starts(platform: str = "") -> bool:
    """Tell whether Qt can draw here: on the display, or on the named Qt platform."""
    env = child_environment(**({"QT_QPA_PLATFORM": platform} if platform else {}))
    probe = [str(venv_program("python")), "-c", _ASK_QT]
    try:
        done = subprocess.run(probe, env=env, capture_output=True, timeout=60, check=False)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def no_display() -> str:
    """Return why no window can be shown, as a sentence, or an empty string."""
    if not sys.platform.startswith("linux"):
        return ""
    if os.environ.get("QT_QPA_PLATFORM", "") in {"offscreen", "minimal"}:
        return "QT_QPA_PLATFORM asks for no display."
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return "There is no display on this machine (neither DISPLAY nor WAYLAND_DISPLAY is set)."
    if not qt_starts():
        return "The display does not answer, or Qt cannot use it."
    return ""
