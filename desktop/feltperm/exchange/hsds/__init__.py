"""Open Referral HSDS 3.0: our records as its JSON and its tabular data package, and back.

``terms`` holds what both directions agree on, ``writing`` and ``tables`` go out, ``reading`` comes
in, by way of ``nodes``. Field by field: docs/hsds.md. The schemas themselves are not in this tree.
"""
