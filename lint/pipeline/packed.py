"""Reviews as bytes: as they come from a process, are kept and wait for their reports. What nobody asks for is never unpacked."""

from __future__ import annotations

import pickle
import zlib
from dataclasses import replace
from typing import Any, NamedTuple

from lint.types.digest import Digest
from lint.types.review import FAILED, DocumentReview

SMALL, QUICK = 1, 0  # how bytes are packed: what is kept or travels far takes a third of the room, the rest no time


def packed(value: object, how: int = SMALL) -> bytes:
    """A value as bytes."""
    return zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), how)


def unpacked(data: bytes) -> Any:
    """The value of some bytes."""
    return pickle.loads(zlib.decompress(data))


class PackedReview(NamedTuple):
    """The review of one document."""

    path: str
    part: str
    findings: int  # how many
    whole: bool  # whether no check failed: what went wrong once may go right another time
    body: bytes  # all but what follows
    ledger: bytes  # claims and requirements
    digest: bytes  # empty where none is made

    @classmethod
    def of(cls, review: DocumentReview, how: int) -> PackedReview:
        """A review with its parts packed."""
        whole = not any(gap.what.startswith(FAILED) for gap in review.skipped)
        body = packed(replace(review, claims=(), requirements=(), digest=None), how)
        ledger, digest = packed((review.claims, review.requirements), how), packed(review.digest, how) if review.digest else b""
        return cls(review.document.path, review.document.part, len(review.findings), whole, body, ledger, digest)

    def review(self, *, ledger: bool = True) -> DocumentReview:
        """The review without its digest; without its `ledger` where that is not asked for and says nothing to its suppressions."""
        review: DocumentReview = unpacked(self.body)
        if not (ledger or review.suppressions):
            return review
        claims, requirements = unpacked(self.ledger)
        return replace(review, claims=claims, requirements=requirements)

    def digested(self) -> Digest | None:
        """The document's digest, if there is one."""
        digest: Digest | None = unpacked(self.digest) if self.digest else None
        return digest
