"""A run over many documents: nothing that was asked for is lost, and one bad file never stops the rest.

Reviews stream: each is made, or taken from the store, and put into a spool, packed; digests go through the step across documents; then
each report unpacks the reviews one at a time and passes them through the later stages. Memory does not grow with the number of documents.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lint import __version__
from lint.errors import LeaflintError
from lint.pipeline.discover import Discovered, discover
from lint.pipeline.packed import PackedReview
from lint.pipeline.reviewed import Reviewed
from lint.pipeline.reviews import ByDocument, Place, Progress, Reviews, name_of
from lint.pipeline.settings import Settings
from lint.pipeline.spool import Spool
from lint.pipeline.stages import Stages
from lint.pipeline.store import Store
from lint.pipeline.totals import Totals
from lint.readers import check_known
from lint.types.review import Run, Skipped
from lint.types.text import Source


@dataclass(frozen=True, slots=True)
class CheckRun:
    """What a run gave."""

    run: Run
    reviews: Reviewed
    unknown: int = 0  # files of formats leaflint does not read, met while walking folders
    excluded: int = 0  # named files that are excluded all the same
    interrupted: bool = False
    codes: tuple[str, ...] = ()  # of the rules that were applied
    rules: str = ""  # hash of them all
    notes: tuple[str, ...] = ()  # what is to be said besides the findings

    @property
    def totals(self) -> Totals:
        """What the reviews come to."""
        return self.reviews.totals

    @property
    def incomplete(self) -> bool:
        """Whether something that was asked for could not be read, or a check failed."""
        return bool(self.run.skipped) or self.totals.failed

    def whole(self, said: str) -> CheckRun:
        """The run, unless it was interrupted: then KeyboardInterrupt is raised, with what there is to say."""
        if self.interrupted:
            raise KeyboardInterrupt(said)
        return self


def check(
    paths: Sequence[str], settings: Settings, stdin: Source | None = None,
    *, store: Store | None = None, workers: int | None = 1, progress: Progress | None = None, one_for: str = "",
) -> CheckRun:  # fmt: skip
    """Reviews every document under the paths, and `stdin` where that is given, for a path “-”.

    `store` keeps reviews for the next run. `workers` is the number of processes; None leaves it to the amount of work.
    `one_for` names a report that holds one document: of several the run is refused, as soon as they are known.
    Raises LeaflintError when the paths, rules or references cannot be used.
    """
    found = sources(paths, settings, stdin)
    stages = Stages.build(settings)
    places: list[Place] = [*found.paths, *([stdin] if stdin else [])]
    places.sort(key=name_of)
    _check_one(one_for, len(places))
    reviews = Reviews(settings, places, store)
    known = reviews.known()
    made, skipped, interrupted = Spool[PackedReview](), list(found.skipped), False
    by_document, gaps = ByDocument(), tuple[Skipped, ...]()
    try:
        for item in reviews.made(workers, progress):
            if isinstance(item, Skipped):
                skipped.append(item)
            else:
                made.append(item)
                _check_one(one_for, len(made))
        by_document, gaps = reviews.across(digest for one in made if (digest := one.digested()))
    except KeyboardInterrupt:
        interrupted = True
    after = Reviewed(made, by_document, stages, known.rules)
    applied = tuple(rule for rule in known.rules if settings.applies(rule))
    skipped += [*gaps, *known.gaps]
    run = Run(
        version=__version__, today=settings.today, partial=interrupted, rules=known.packs, references=known.references,
        skipped=tuple(sorted(skipped, key=lambda s: (s.path, s.part, s.what))), catalogue=applied,
    )  # fmt: skip
    unused = known.unused(after.totals.drugs) if known.given else ()
    if store:
        store.flush()  # what goes wrong with it is to be said
    notes = (*stages.notes(after, known.sha256), *unused, *([store.note] if store and store.note else []))
    codes = tuple(rule.code for rule in applied)
    return CheckRun(run, after, found.unknown, found.excluded, interrupted, codes, known.sha256, notes)


def _check_one(report: str, count: int) -> None:
    """Raises LeaflintError when a report that holds one document, if one is named, would have to hold several."""
    if report and count > 1:
        raise LeaflintError(f"{report}: one such file holds one document, and there are several: name a folder instead")


def sources(paths: Sequence[str], settings: Settings, stdin: Source | None = None) -> Discovered:
    """The files that paths lead to, by the settings; standard input is none of them. Raises LeaflintError as `discover` does."""
    if stdin:
        check_known(stdin.path, settings.cms)
    files = [Path(path) for path in paths if not (stdin and path == "-")]
    if stdin and not files:
        return Discovered((), (), 0)
    return discover(
        files, include=settings.include, exclude=settings.exclude, force_exclude=settings.force_exclude, cms=settings.cms,
        not_texts=settings.not_texts,
    )  # fmt: skip
