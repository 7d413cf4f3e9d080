"""A print server of its own for one test run: own socket, own folder, with cups-pdf behind it.

Nothing of the machine's printing is touched: another configuration, another socket, no port. Only
cups-pdf itself knows one place to write to, so what it printed is fetched there and removed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from devtools.system import CUPS, printing_packages

__all__ = ["ANONYMOUS", "PrintServer", "print_server", "why_not"]

#: Where cups-pdf puts what a user prints whom the machine does not know; it can't be told another.
ANONYMOUS = Path("/var/spool/cups-pdf/ANONYMOUS")
#: A user whom no machine knows.
NOBODY = "feltperm-print-test"
DRIVER = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd")
#: Seconds that a job may take; a busy machine is no failure.
PATIENCE = 120.0

_FILES = """\
ServerRoot {root}/etc
ServerBin {cups}
DataDir /usr/share/cups
RequestRoot {root}/spool
TempDir {root}/spool/tmp
CacheDir {root}/cache
StateDir {root}/run
AccessLog {root}/log/access
ErrorLog {root}/log/error
PageLog {root}/log/page
User lp
Group lp
SystemGroup root
"""
_SERVER = """\
LogLevel info
Listen {root}/run/cups.sock
Browsing No
DefaultShared No
DefaultAuthType None
WebInterface No
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  SubscriptionPrivateAccess all
  SubscriptionPrivateValues none
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""


def why_not() -> str:
    """Return why no print server can be started here, or an empty string."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return "cups-pdf prints only where it is started by root"
    packages = printing_packages()
    return f"not installed: {', '.join(packages)}" if packages else ""


class PrintServer:
    """A running print server."""

    def __init__(self, root: Path, process: subprocess.Popen[bytes]) -> None:
        self.root, self.process = root, process

    @property
    def environment(self) -> dict[str, str]:
        """What leads a program here instead of to the machine's own print server."""
        return {"CUPS_SERVER": str(self.root / "run/cups.sock"), "CUPS_USER": NOBODY}

    def run(self, *words: str | Path) -> str:
        """Run a command of CUPS, and return what it printed."""
        env = {**os.environ, **self.environment, "LC_ALL": "C"}
        return subprocess.run(words, env=env, capture_output=True, text=True, check=True).stdout

    def add(self, name: str, said: str, driver: Callable[[str], str] = str) -> None:
        """Add a queue.

        Args:
            name, said: its name, and what people call it.
            driver: changes what the queue can do, as its PPD file says it.
        """
        text = driver(DRIVER.read_text(encoding="latin-1"))
        ppd = self.root / f"{name}.ppd"
        ppd.write_text(text, encoding="latin-1")
        self.run("lpadmin", "-p", name, "-E", "-v", "cups-pdf:/", "-P", ppd, "-D", said)

    def printed(self, title: str) -> Path:
        """Return what came out of the job of this title, when all jobs are done."""
        self.settle()
        (found,) = ANONYMOUS.glob(f"{title}*.pdf")
        return found

    def settle(self) -> None:
        """Wait until all jobs are done."""
        deadline = time.monotonic() + PATIENCE
        while self.run("lpstat", "-o"):
            assert time.monotonic() < deadline, (self.root / "log/error").read_text()[-3000:]


@contextmanager
def print_server(title: str) -> Iterator[PrintServer]:
    """Run a print server inside the block.

    Args:
        title: how the title of each job begins, so that what was printed is found and removed.
    """
    # not pytest's folder: the name of a socket may have only some hundred letters
    root = Path(tempfile.mkdtemp(prefix="feltperm-cups-"))
    root.chmod(0o755)
    for name in ("etc/ppd", "spool/tmp", "cache", "run", "log"):
        (root / name).mkdir(parents=True)
    files, server = root / "etc/cups-files.conf", root / "etc/cupsd.conf"
    files.write_text(_FILES.format(root=root, cups=CUPS))
    server.write_text(_SERVER.format(root=root))
    with (root / "log/out").open("wb") as out:
        process = subprocess.Popen(
            [_cupsd(), "-f", "-c", server, "-s", files], stdout=out, stderr=subprocess.STDOUT
        )
    try:
        made = PrintServer(root, process)
        _wait_for(root / "run/cups.sock", process, root / "log/out")
        yield made
        made.settle()  # a job that is cut off leaves a file of no name
    finally:
        process.kill()
        process.wait()
        shutil.rmtree(root, ignore_errors=True)
        for left in ANONYMOUS.glob(f"{title}*.pdf"):
            left.unlink()


def _cupsd() -> str:
    return shutil.which("cupsd", path=f"{os.environ.get('PATH', '')}:/usr/sbin") or "cupsd"


def _wait_for(socket: Path, process: subprocess.Popen[bytes], told: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while not socket.exists():
        assert process.poll() is None, told.read_text()
        assert time.monotonic() < deadline
