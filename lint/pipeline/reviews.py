"""The reviews of a run's documents: from the store where they are known, else made, in one process or several."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from lint.errors import LeaflintError
from lint.lasting import lasting
from lint.pipeline.discover import load_source
from lint.pipeline.known import Known
from lint.pipeline.packed import QUICK, SMALL, PackedReview
from lint.pipeline.settings import Settings
from lint.pipeline.store import Store
from lint.pipeline.terms import folder_key, key_of, terms_of
from lint.types.review import DocumentReview, Finding, Skipped
from lint.types.text import Document, Source

if TYPE_CHECKING:
    from lint.pipeline.review import Reviewer
    from lint.types.digest import Digest

Place = Path | Source  # a file, or what was read already
Items = tuple[PackedReview | Skipped, ...]  # what one place gave, sorted by part
ByDocument = dict[tuple[str, str], list[Finding]]
Value = TypeVar("Value")
Progress = Callable[[int, int, Items, float], None]  # places done, places in all, what the last one gave, in how many seconds
SEVERAL = 400_000  # bytes of work from which several processes are quicker than one
AT_ONCE = 200  # places that are looked up in the store together
HELD = 64_000_000  # bytes of files that are kept between the search in the store and their review; what is beyond is read again


Review = TypeVar("Review")


class Made(NamedTuple, Generic[Review]):
    """What one place gave."""

    items: tuple[Review | Skipped, ...]
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

    def made(self, workers: int | None, progress: Progress | None) -> Iterator[PackedReview | Skipped]:
        """The reviews of all documents and what could not be read, in the order of the places."""
        missing, keys = self._missing()
        new = self._new(list(missing.values()), workers)
        stored = self._stored([key for number, key in keys.items() if number not in missing])
        for number, place in enumerate(self.places):
            known = None if number in missing else next(stored)
            one = known or (next(new) if number in missing else self._make(place))
            self._keep(one, new=known is None)
            if progress:
                progress(number + 1, len(self.places), one.items, one.seconds)
            yield from one.items

    def _keep(self, made: Made[PackedReview], *, new: bool) -> None:
        """Keeps what a place gave, if it is new and whole; and what the step across documents will be known by."""
        if not (self._store and made.key):
            return
        reviews = [item for item in made.items if not isinstance(item, Skipped)]
        if new and len(reviews) == len(made.items) and all(review.whole for review in reviews):
            self._store.put(made.key, made.items)
        self._compared += (folder_key(made.key, review.part.encode()) for review in reviews if review.digest)

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
        for first in range(0, len(self.places), AT_ONCE):
            asked = dict[int, tuple[bytes, Source]]()
            for number, place in enumerate(self.places[first : first + AT_ONCE], first):
                source = place if isinstance(place, Source) else load_source(place)
                if isinstance(source, Source):
                    keys[number] = key_of(self._terms, source.path, source.data)
                    asked[number] = keys[number], source
                else:
                    missing[number] = place
            there = self._store.known([key for key, _ in asked.values()])
            for number, (key, source) in asked.items():
                if key not in there:
                    room -= len(source.data)
                    missing[number] = source if room >= 0 else self.places[number]
        return dict(sorted(missing.items())), keys

    def _stored(self, keys: Sequence[bytes]) -> Iterator[Made[PackedReview] | None]:
        """What is kept under some keys; None for what cannot be read, or was taken away meanwhile."""
        for key, found in zip(keys, self._store.values(keys) if self._store else (), strict=True):
            yield Made(found, 0.0, key) if isinstance(found, tuple) else None

    def _make(self, place: Place) -> Made[PackedReview]:
        return _packed(self.settings, self._terms, lambda: self.reviewer, place)

    def _new(self, places: Sequence[Place], workers: int | None) -> Iterator[Made[PackedReview]]:
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

    def _ready(self) -> Callable[[Place], Made[PackedReview]]:
        reviewer = self.reviewer
        return partial(_packed, self.settings, self._terms, lambda: reviewer)

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


def _maker(settings: Settings, terms: bytes) -> Callable[[Place], Made[PackedReview]]:
    """`_packed` with a reviewer of its own."""
    reviewer = _built(settings)
    return partial(_packed, settings, terms, lambda: reviewer)


def _built(settings: Settings) -> Reviewer:
    """What a process reviews all its documents with."""
    with lasting():
        from lint.pipeline.review import Reviewer

        return Reviewer.build(settings)


def _packed(settings: Settings, terms: bytes, reviewer: Callable[[], Reviewer], place: Place) -> Made[PackedReview]:
    """What one place gave, packed for the way that is before it."""
    made = make(settings, terms, reviewer, place)
    how = SMALL if made.key else QUICK
    return Made(tuple(item if isinstance(item, Skipped) else PackedReview.of(item, how) for item in made.items), made.seconds, made.key)


def make(settings: Settings, terms: bytes, reviewer: Callable[[], Reviewer], place: Place) -> Made[DocumentReview]:
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


def lost(place: Place, reason: str) -> Made[PackedReview]:
    """What stands for a place whose process died."""
    return Made((Skipped(name_of(place), "", "document", reason),), 0.0)


def name_of(place: Place) -> str:
    """The path of a place as reports name it, by which places are sorted."""
    return place.path if isinstance(place, Source) else place.as_posix()


def name_of_items(items: Items) -> str:
    """The path of what one place gave."""
    return next((item.path for item in items), "")


def _part(item: DocumentReview | Skipped) -> str:
    return item.part if isinstance(item, Skipped) else item.document.part


def _size(place: Place) -> int:
    try:
        return len(place.data) if isinstance(place, Source) else place.stat().st_size
    except OSError:
        return 0
