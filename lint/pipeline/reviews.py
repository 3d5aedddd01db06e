"""The reviews of a run's documents: from the store where they are known, else made, in one process or several."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeGuard, TypeVar

from lint.errors import LeaflintError
from lint.lasting import lasting
from lint.pipeline.discover import load_source
from lint.pipeline.known import Known
from lint.pipeline.settings import Settings
from lint.pipeline.store import Store
from lint.pipeline.terms import folder_key, key_of, terms_of
from lint.types.review import FAILED, DocumentReview, Finding, Skipped
from lint.types.text import Document, Source

if TYPE_CHECKING:
    from lint.pipeline.review import Reviewer
    from lint.types.digest import Digest

Place = Path | Source  # a file, or what was read already
Items = tuple["DocumentReview | Skipped", ...]  # what one place gave, sorted by part
ByDocument = dict[tuple[str, str], list[Finding]]
Value = TypeVar("Value")
Progress = Callable[[int, int, Items, float], None]  # places done, places in all, what the last one gave, in how many seconds
SEVERAL = 400_000  # bytes of work from which several processes are quicker than one
HELD = 64_000_000  # bytes of files that are kept between the search in the store and their review; what is beyond is read again


class Made(NamedTuple):
    """What one place gave."""

    items: Items
    seconds: float
    key: bytes = b""  # of the bytes that were reviewed; empty where nothing is kept


class Reviews:
    """Makes the reviews of some places, and what their documents say of each other."""

    def __init__(self, settings: Settings, places: Sequence[Place], store: Store | None) -> None:
        self.settings, self.places = settings, places
        self._terms = (terms_of(settings) if store else None) or b""
        self._store = store if self._terms else None
        self._compared: list[bytes] = []  # a key for each digest

    @cached_property
    def reviewer(self) -> Reviewer:
        """Rules, references and language, loaded when first needed. Raises LeaflintError when one of them cannot be used."""
        return _built(self.settings)

    def known(self) -> Known:
        """The rules and references of the run. Raises LeaflintError when one of them cannot be used."""
        return self._kept(b"known", Known, lambda: Known.of(self.reviewer))

    def made(self, workers: int | None, progress: Progress | None) -> Iterator[DocumentReview | Skipped]:
        """The reviews of all documents and what could not be read, in the order of the places."""
        missing, keys = self._missing()
        new = self._new(list(missing.values()), workers)
        for number, place in enumerate(self.places):
            known = self._stored(keys[number]) if number not in missing else None
            one = known or (next(new) if number in missing else self._make(place))
            if self._store and one.key:
                if known is None and all(map(_whole, one.items)):
                    self._store.put(one.key, one.items)
                self._compared += (folder_key(one.key, item.document.part.encode()) for item in one.items if _digested(item))
            if progress:
                progress(number + 1, len(self.places), one.items, one.seconds)
            yield from one.items

    def across(self, digests: Iterable[Digest]) -> tuple[ByDocument, tuple[Skipped, ...]]:
        """The findings across documents, by document, and what could not be compared."""
        if len(self.places) < 2 and not self.settings.boilerplate and not self.settings.cms:
            return {}, ()

        def work() -> tuple[ByDocument, tuple[Skipped, ...]]:
            from lint.pipeline.across import across, read_standards

            standards, unread = read_standards(self.settings.boilerplate, self.reviewer)
            by_document, gaps = across(digests, self.reviewer, standards)
            return by_document, (*unread, *gaps)

        key = folder_key(b"across", *sorted(self._compared), paths=self.settings.boilerplate)
        return self._kept(key, tuple, work, whole=lambda found: not found[1])

    def _missing(self) -> tuple[dict[int, Place], dict[int, bytes]]:
        """The places of which no reviews are known, read as far as there is room for them, and the keys of all; by number."""
        if self._store is None:
            return dict(enumerate(self.places)), {}
        missing, keys, room = dict[int, Place](), dict[int, bytes](), HELD
        for number, place in enumerate(self.places):
            source = place if isinstance(place, Source) else load_source(place)
            if isinstance(source, Source):
                keys[number] = key_of(self._terms, source.path, source.data)
                if self._store.has(keys[number]):
                    continue
                room -= len(source.data)
            missing[number] = source if isinstance(source, Source) and room >= 0 else place
        return missing, keys

    def _stored(self, key: bytes) -> Made | None:
        found = self._store.get(key) if self._store else None
        return Made(found, 0.0, key) if isinstance(found, tuple) else None

    def _make(self, place: Place) -> Made:
        return make(self.settings, self._terms, lambda: self.reviewer, place)

    def _new(self, places: Sequence[Place], workers: int | None) -> Iterator[Made]:
        """The reviews of some places, in order."""
        sizes = [_size(place) for place in places]
        if self.settings.judge is not None:
            workers = 1  # its budget is one for the whole run
        elif workers is None:
            workers = (os.cpu_count() or 1) if sum(sizes) >= SEVERAL else 1
        if workers < 2 or len(places) < 2:
            yield from map(self._make, places)
            return
        from lint.pipeline.pool import forks, work_through

        # Forked processes share the reviewer that is built here; new ones build their own.
        ready = self._ready if forks() else partial(_maker, self.settings, self._terms)
        yield from work_through(places, ready, lost, workers=workers, sizes=sizes)

    def _ready(self) -> Callable[[Place], Made]:
        reviewer = self.reviewer
        return partial(make, self.settings, self._terms, lambda: reviewer)

    def _kept(self, key: bytes, kind: type[Value], work: Callable[[], Value], whole: Callable[[Value], bool] = lambda _: True) -> Value:
        """A value of the store, else a new one, which is kept where it is whole."""
        if self._store is None:
            return work()
        full = folder_key(self._terms, key)
        found = self._store.get(full)
        if isinstance(found, kind):
            return found
        value = work()
        if whole(value):
            self._store.put(full, value)
        return value


def _maker(settings: Settings, terms: bytes) -> Callable[[Place], Made]:
    """`make` with a reviewer of its own."""
    reviewer = _built(settings)
    return partial(make, settings, terms, lambda: reviewer)


def _built(settings: Settings) -> Reviewer:
    """What a process reviews all its documents with."""
    with lasting():
        from lint.pipeline.review import Reviewer

        return Reviewer.build(settings)


def make(settings: Settings, terms: bytes, reviewer: Callable[[], Reviewer], place: Place) -> Made:
    """The reviews of the documents in one place, or why there are none; the reviewer is asked for when there is a document."""
    from lint.readers import read

    began = time.perf_counter()
    source = place if isinstance(place, Source) else load_source(place)
    key = key_of(terms, source.path, source.data) if terms and isinstance(source, Source) else b""
    items: list[DocumentReview | Skipped] = []
    try:
        for item in (source,) if isinstance(source, Skipped) else read(source, settings.cms):
            if isinstance(item, Document):
                asked = time.perf_counter()
                ready = reviewer()
                began += time.perf_counter() - asked  # building it is no fault of this document
                items.append(_reviewed(ready, item))
            else:
                items.append(item)
    except LeaflintError:
        raise
    except Exception as error:  # whatever one file does to its reader, the others are still reviewed
        items.append(Skipped(name_of(place), "", "document", f"reading it failed: {type(error).__name__}: {error}"))
    return Made(tuple(sorted(items, key=_part)), time.perf_counter() - began, key)


def _reviewed(reviewer: Reviewer, document: Document) -> DocumentReview | Skipped:
    """The review of a document, or why there is none: whatever goes wrong in one, the others are still reviewed."""
    try:
        return reviewer.review(document)
    except LeaflintError:
        raise
    except Exception as error:
        return Skipped(document.path, document.part, "document", f"its review failed: {type(error).__name__}: {error}")


def lost(place: Place, reason: str) -> Made:
    """What stands for a place whose process died."""
    return Made((Skipped(name_of(place), "", "document", reason),), 0.0)


def name_of(place: Place) -> str:
    """The path of a place as reports name it, by which places are sorted."""
    return place.path if isinstance(place, Source) else place.as_posix()


def name_of_items(items: Items) -> str:
    """The path of what one place gave."""
    return next((item.path if isinstance(item, Skipped) else item.document.path for item in items), "")


def _whole(item: DocumentReview | Skipped) -> bool:
    """Whether a document was reviewed and no check failed: what went wrong once may go right another time."""
    return not isinstance(item, Skipped) and not any(gap.what.startswith(FAILED) for gap in item.skipped)


def _digested(item: DocumentReview | Skipped) -> TypeGuard[DocumentReview]:
    return isinstance(item, DocumentReview) and item.digest is not None


def _part(item: DocumentReview | Skipped) -> str:
    return item.part if isinstance(item, Skipped) else item.document.part


def _size(place: Place) -> int:
    try:
        return len(place.data) if isinstance(place, Source) else place.stat().st_size
    except OSError:
        return 0
