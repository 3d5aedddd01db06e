"""The reviews of a run's documents: from the store where they are known, else made, in one process or several."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

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

Place = Path | Source  # a file, or what was read already
Items = tuple["DocumentReview | Skipped", ...]  # what one place gave, sorted by part
Made = tuple[Items, float]  # with the seconds that took
ByDocument = dict[tuple[str, str], list[Finding]]
Value = TypeVar("Value")
Progress = Callable[[int, int, Items, float], None]  # places done, places in all, what the last one gave, in how many seconds
SEVERAL = 400_000  # bytes of work from which several processes are quicker than one


class Reviews:
    """Makes the reviews of some places, and what their documents say of each other."""

    def __init__(self, settings: Settings, places: Sequence[Place], store: Store | None) -> None:
        self.settings, self.places = settings, places
        self._terms = terms_of(settings) if store else None
        self._store = store if self._terms else None
        self._keys: list[bytes] = []

    @cached_property
    def reviewer(self) -> Reviewer:
        """Rules, references and language, loaded when first needed. Raises LeaflintError when one of them cannot be used."""
        return _built(self.settings)

    def known(self) -> Known:
        """The rules and references of the run. Raises LeaflintError when one of them cannot be used."""
        return self._kept(b"known", Known, lambda: Known.of(self.reviewer))

    def made(self, workers: int | None, progress: Progress | None) -> Iterator[DocumentReview | Skipped]:
        """The reviews of all documents and what could not be read, in the order of the places."""
        missing, sizes = self._missing()
        new = self._new([self.places[number] for number in missing], sizes, workers)
        wanted = frozenset(missing)
        for number, place in enumerate(self.places):
            items, seconds = self._stored(number) if number not in wanted else None, 0.0
            if items is None:
                items, seconds = next(new) if number in wanted else make(self.settings, self.reviewer, place)
                if self._store and all(map(_whole, items)):
                    self._store.put(self._keys[number], items)
            if progress:
                progress(number + 1, len(self.places), items, seconds)
            yield from items

    def across(self, reviews: Iterable[DocumentReview]) -> tuple[ByDocument, tuple[Skipped, ...]]:
        """The findings across documents, by document, and what could not be compared."""
        if len(self.places) < 2 and not self.settings.boilerplate and not self.settings.cms:
            return {}, ()
        key = folder_key(b"across", *sorted(self._keys), paths=self.settings.boilerplate)

        def work() -> tuple[ByDocument, tuple[Skipped, ...]]:
            from lint.pipeline.across import across, read_standards

            standards, unread = read_standards(self.settings.boilerplate, self.reviewer)
            by_document, gaps = across((review.digest for review in reviews if review.digest), self.reviewer, standards)
            return by_document, (*unread, *gaps)

        return self._kept(key, tuple, work) if all(self._keys) else work()

    def _missing(self) -> tuple[list[int], list[int]]:
        """The numbers of the places of which no reviews are known, and their sizes in bytes."""
        missing: list[int] = []
        sizes: list[int] = []
        for number, place in enumerate(self.places):
            source = place if isinstance(place, Source) or not self._store else load_source(place)
            data = source.data if isinstance(source, Source) else b""
            known = bool(self._terms) and isinstance(source, Source)
            self._keys.append(key_of(self._terms or b"", source.path, data) if known and isinstance(source, Source) else b"")
            if not (self._store and self._keys[number] and self._store.has(self._keys[number])):
                missing.append(number)
                sizes.append(len(data) or _size(place))
        return missing, sizes

    def _stored(self, number: int) -> Items | None:
        found = self._store.get(self._keys[number]) if self._store else None
        return found if isinstance(found, tuple) else None

    def _new(self, places: Sequence[Place], sizes: Sequence[int], workers: int | None) -> Iterator[Made]:
        """The reviews of some places, in order."""
        if self.settings.judge is not None:
            workers = 1  # its budget is one for the whole run
        elif workers is None:
            workers = (os.cpu_count() or 1) if sum(sizes) >= SEVERAL else 1
        if workers < 2 or len(places) < 2:
            yield from (make(self.settings, self.reviewer, place) for place in places)
            return
        from lint.pipeline.pool import forks, work_through

        # Forked processes share the reviewer that is built here; new ones build their own.
        ready = (lambda: partial(make, self.settings, self.reviewer)) if forks() else partial(_maker, self.settings)
        yield from work_through(places, ready, lost, workers=workers, sizes=sizes)

    def _kept(self, key: bytes, kind: type[Value], work: Callable[[], Value]) -> Value:
        """A value of the store, else a new one, which is kept."""
        if self._store is None:
            return work()
        full = folder_key(self._terms or b"", key)
        found = self._store.get(full)
        if isinstance(found, kind):
            return found
        value = work()
        self._store.put(full, value)
        return value


def _maker(settings: Settings) -> Callable[[Place], Made]:
    """`make` with a reviewer of its own."""
    return partial(make, settings, _built(settings))


def _built(settings: Settings) -> Reviewer:
    """What a process reviews all its documents with."""
    with lasting():
        from lint.pipeline.review import Reviewer

        return Reviewer.build(settings)


def make(settings: Settings, reviewer: Reviewer, place: Place) -> Made:
    """The reviews of the documents in one place, or why there are none."""
    from lint.readers import read

    began = time.perf_counter()
    source = place if isinstance(place, Source) else load_source(place)
    items: list[DocumentReview | Skipped] = []
    try:
        for item in (source,) if isinstance(source, Skipped) else read(source, settings.cms):
            items.append(item if isinstance(item, Skipped) else _reviewed(reviewer, item))
    except LeaflintError:
        raise
    except Exception as error:  # whatever one file does to its reader, the others are still reviewed
        items.append(Skipped(name_of(place), "", "document", f"reading it failed: {type(error).__name__}: {error}"))
    return tuple(sorted(items, key=_part)), time.perf_counter() - began


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
    return (Skipped(name_of(place), "", "document", reason),), 0.0


def name_of(place: Place) -> str:
    """The path of a place as reports name it, by which places are sorted."""
    return place.path if isinstance(place, Source) else place.as_posix()


def name_of_items(items: Items) -> str:
    """The path of what one place gave."""
    return next((item.path if isinstance(item, Skipped) else item.document.path for item in items), "")


def _whole(item: DocumentReview | Skipped) -> bool:
    """Whether a document was reviewed and no check failed: what went wrong once may go right another time."""
    return not isinstance(item, Skipped) and not any(gap.what.startswith(FAILED) for gap in item.skipped)


def _part(item: DocumentReview | Skipped) -> str:
    return item.part if isinstance(item, Skipped) else item.document.part


def _size(place: Place) -> int:
    try:
        return len(place.data) if isinstance(place, Source) else place.stat().st_size
    except OSError:
        return 0
