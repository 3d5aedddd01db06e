"""Names for findings that survive edits elsewhere."""

from __future__ import annotations

import hashlib


def fingerprint_of(name: str, part: str, code: str, *passages: str) -> str:
    """The name of a finding of a rule in a document: no line, heading or rule version goes into it.

    `name` is the document's path below the project's folder; `passages` are what the finding is about: the quote and its sentence,
    a requirement's id, the sorted passages of a duplicate. Case and white space do not matter.
    """
    parts = ["leaflint-report/1", name, part, code, *(" ".join(p.lower().split()) for p in passages)]
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()
