#!/usr/bin/env python3
"""The one script of this project: run, test, setup, lint, bench, bundle, and more.

Needs nothing but Python. This file keeps to syntax that an old Python can read too, so that such
a Python answers with a sentence instead of a traceback; the work is done in ``devtools/``.
"""

import shutil
import sys

# `build/` is a source folder: nothing may be written into it.
sys.dont_write_bytecode = True

OLDEST = (3, 11)
NEWEST = (3, 14)


def complaint(version: "tuple[int, ...]", program: str, which: "object" = shutil.which) -> str:
    """Return the sentence for a Python that does not fit, or an empty string.

    Args:
        version: major and minor number, more is ignored.
        program: the path of that Python.
        which: finds a program by name (None if it is not there), to point at one that fits.
    """
    have = tuple(version[:2])
    if OLDEST <= have <= NEWEST:
        return ""
    numbers = OLDEST + NEWEST + have
    sentence = "Feltperm needs Python %d.%d to %d.%d, and this is Python %d.%d" % numbers
    sentence += " (" + program + ")."
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        name = "python3." + str(minor)
        if callable(which) and which(name):
            return sentence + " Start it with " + name + " instead."
    return sentence + " Install one of those and start this script with it."


if __name__ == "__main__":
    problem = complaint(sys.version_info[:2], sys.executable)
    if problem:
        sys.exit(problem)
    from devtools.words import main

    sys.exit(main(sys.argv[1:]))
