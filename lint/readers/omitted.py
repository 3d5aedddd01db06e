"""What a document leaves out, as gaps that every report shows: one for each kind of thing, with its places."""

from __future__ import annotations

from lint.types.review import Skipped
from lint.types.text import Document

_SHOWN = 3  # places named; the others are counted


def left_out(document: Document) -> tuple[Skipped, ...]:
    """The gaps of a document, in order of their first place: `image (lines 3, 40): words in a picture are not read`."""
    places: dict[tuple[str, str], dict[str, None]] = {}
    for omitted in document.omitted:
        place = document.location(omitted.start) or f"line {document.line(omitted.start)}"
        places.setdefault((omitted.what, omitted.reason), {})[place] = None
    return tuple(
        Skipped(document.path, document.part, f"{what} ({_listed(list(found))})", reason) for (what, reason), found in places.items()
    )


def _listed(places: list[str]) -> str:
    more = len(places) - _SHOWN
    return ", ".join(places[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
