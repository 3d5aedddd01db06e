"""Takes, updates and checks a baseline: reviews the texts and works out what becomes of each document's entries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lint import __version__
from lint.baseline import Baseline, Plan, Stamp, plan, renamed
from lint.errors import LeaflintError
from lint.pipeline.run import CheckRun, check
from lint.pipeline.settings import Settings
from lint.types.review import FAILED, Finding, Skipped


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a baseline would become."""

    baseline: Baseline  # with the stamp that it would have
    plans: tuple[Plan, ...]  # by document, sorted
    new_rules: tuple[str, ...]  # codes that it did not know
    whole: bool  # whether all documents of the baseline were reviewed; if not, new rules wait
    skipped: tuple[Skipped, ...]  # what could not be checked: such a document keeps its entries

    def write(self) -> None:
        """Writes the files that change. Raises LeaflintError when one cannot be written."""
        for one in self.plans:
            if one.entries != self.baseline.entries(one.name):
                self.baseline.write(one.name, one.entries)
        self.baseline.write_stamp()


def create(paths: Sequence[str], settings: Settings, folder: Path) -> Proposal:
    """A new baseline of all that is found. Raises LeaflintError where there is one already."""
    if folder.exists() and any(folder.iterdir()):
        raise LeaflintError(f"{folder}: there is something already: use `leaflint baseline update`, or name another folder with --into")
    return _proposal(paths, settings, Baseline(folder, Stamp("", "", ())), accept=True)


def update(paths: Sequence[str], settings: Settings, folder: Path, *, accept: bool) -> Proposal:
    """The baseline without what is gone; what is new is refused, unless it is accepted or of a rule that the baseline did not know."""
    return _proposal(paths, settings, Baseline.load(folder), accept=accept)


def _proposal(paths: Sequence[str], settings: Settings, old: Baseline, *, accept: bool) -> Proposal:
    found = check(paths, replace(settings, baseline=None, diff_base=""), workers=None).whole("the baseline is as it was")
    findings, unsure = _findings(found, settings)
    there = [name for name in old.names() if (settings.root / name).exists()]
    whole = all(name in findings for name in there)
    known = frozenset(old.stamp.rules) if whole and old.stamp.rules else frozenset(found.codes)
    waiting = frozenset(found.codes) - frozenset(old.stamp.rules) if not whole else frozenset()
    gone = {name: old.entries(name) for name in old.names() if name not in there}
    moved = {name: gone.get(renamed(mine, gone), ()) for name, mine in findings.items() if not old.entries(name)}
    plans = [
        plan(name, old.entries(name), (f for f in mine if f.rule not in waiting), accept=accept, known=known, moved=moved.get(name, ()))
        for name, mine in findings.items()
        if name not in unsure
    ]
    plans += [Plan(name, (), removed=entries) for name, entries in gone.items()]
    codes = found.codes if whole else old.stamp.rules
    stamp = Stamp(__version__, found.rules, tuple(codes)) if whole else old.stamp
    return Proposal(
        replace(old, stamp=stamp), tuple(sorted(plans, key=lambda one: one.name)), tuple(sorted(set(found.codes) - set(old.stamp.rules))),
        whole, _skipped(found),
    )  # fmt: skip


def _findings(found: CheckRun, settings: Settings) -> tuple[dict[str, list[Finding]], frozenset[str]]:
    """The findings of each document by name, and the documents of which something could not be checked."""
    findings: dict[str, list[Finding]] = {}
    unsure = {settings.name_of(gap.path) for gap in _skipped(found)}
    for review in found.reviews:
        findings.setdefault(settings.name_of(review.document.path), []).extend(review.findings)
    return findings, frozenset(unsure)


def _skipped(found: CheckRun) -> tuple[Skipped, ...]:
    failed = (gap for review in found.reviews for gap in review.skipped if gap.what.startswith(FAILED))
    return (*found.run.skipped, *failed)
