"""A run over many documents: nothing that was asked for is lost, and one bad file never stops the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lint import __version__
from lint.pipeline.across import across, read_standards
from lint.pipeline.discover import Discovered, discover, load_source
from lint.pipeline.review import FAILED, Reviewer
from lint.pipeline.settings import Settings
from lint.pipeline.stages import Stages
from lint.readers import check_known, read
from lint.types.review import DocumentReview, Finding, Run, Skipped
from lint.types.text import Source


@dataclass(frozen=True, slots=True)
class CheckRun:
    """What a run gave."""

    run: Run
    reviews: tuple[DocumentReview, ...]
    corpus_findings: tuple[Finding, ...] = ()
    unknown: int = 0  # files of formats leaflint does not read, met while walking folders
    excluded: int = 0  # named files that are excluded all the same
    interrupted: bool = False
    codes: tuple[str, ...] = ()  # of the rules that were applied
    rules: str = ""  # hash of them all
    notes: tuple[str, ...] = ()  # what is to be said besides the findings

    @property
    def incomplete(self) -> bool:
        """Whether something that was asked for could not be read, or a check failed."""
        failed = (skipped for review in self.reviews for skipped in review.skipped)
        return bool(self.run.skipped) or any(skipped.what.startswith(FAILED) for skipped in failed)


def check(paths: Sequence[str], settings: Settings, stdin: Source | None = None) -> CheckRun:
    """Reviews every document under the paths, and `stdin` where that is given, for a path “-”.

    Raises LeaflintError when the paths, rules or references cannot be used.
    """
    found = sources(paths, settings, stdin)
    reviewer, stages = Reviewer.build(settings), Stages.build(settings)
    standards, unread = read_standards(settings.boilerplate, reviewer)
    reviews: list[DocumentReview] = []
    skipped = [*found.skipped, *unread, *reviewer.gaps]
    interrupted = False
    places: list[Path | Source] = [*([stdin] if stdin else []), *found.paths]
    try:
        for place in places:
            for item in _reviewed(place, reviewer):
                (skipped if isinstance(item, Skipped) else reviews).append(item)  # type: ignore[arg-type]
    except KeyboardInterrupt:
        interrupted = True
    reviews.sort(key=lambda review: (review.document.path, review.document.part))
    compared, gaps = across(reviews, reviewer, standards)
    rulebook = reviewer.rulebook
    applied = tuple(rule for rule in rulebook.rules if settings.applies(rule))
    run = Run(
        version=__version__, today=settings.today, partial=interrupted,
        rules=reviewer.rulebook.packs,
        references=tuple(sorted(
            (reference.drug, "+".join(reference.jurisdictions), reference.version, reference.sha256)
            for reference in reviewer.references
        )),
        skipped=tuple(sorted([*skipped, *gaps], key=lambda s: (s.path, s.part, s.what))), catalogue=applied,
    )  # fmt: skip
    after = tuple(stages.apply(compared, rulebook.rules))
    codes = tuple(rule.code for rule in applied)
    notes = tuple(stages.notes(after, rulebook))
    return CheckRun(run, after, (), found.unknown, found.excluded, interrupted, codes, rulebook.sha256, notes)


def sources(paths: Sequence[str], settings: Settings, stdin: Source | None = None) -> Discovered:
    """The files that paths lead to, by the settings; standard input is none of them. Raises LeaflintError as `discover` does."""
    if stdin:
        check_known(stdin.path, settings.cms)
    files = [Path(path) for path in paths if not (stdin and path == "-")]
    if stdin and not files:
        return Discovered((), (), 0)
    return discover(
        files, include=settings.include, exclude=settings.exclude, force_exclude=settings.force_exclude, cms=settings.cms
    )  # fmt: skip


def _reviewed(place: Path | Source, reviewer: Reviewer) -> Iterator[DocumentReview | Skipped]:
    source = place if isinstance(place, Source) else load_source(place)
    if isinstance(source, Skipped):
        yield source
        return
    for document in read(source, reviewer.settings.cms):
        yield document if isinstance(document, Skipped) else reviewer.review(document)
