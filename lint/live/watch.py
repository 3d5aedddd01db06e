"""Texts reviewed again whenever they change, for a terminal: one line for each finding, and what was put right is gone."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from lint.errors import LeaflintError
from lint.live.project import Project, Projects, Stamp, entries
from lint.pipeline.discover import discover
from lint.pipeline.reviews import make
from lint.pipeline.settings import Settings
from lint.reporters.visible import counted, flat, said
from lint.types.review import DocumentReview, Finding, Skipped

_CLEAR = "\x1b[2J\x1b[3J\x1b[H"
_PAUSE = 200  # milliseconds in which changes count as one
_LOOK = 1000  # milliseconds after which the configuration is looked at, whatever happens


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding or gap as it is shown; equal keys are the same matter, wherever it stands now."""

    key: str
    line: str
    severity: str = ""  # of a finding


@dataclass(slots=True)
class Watch:
    """What is known of the texts under some paths, kept up to date and shown."""

    paths: tuple[Path, ...]
    projects: Projects
    out: TextIO
    clear: bool = False  # the screen shows all that is open; else what comes and goes is written line by line
    project: Project | None = None
    items: dict[Path, tuple[DocumentReview | Skipped, ...]] = field(default_factory=dict)  # of each text, as read
    entries: dict[Path, tuple[Entry, ...]] = field(default_factory=dict)  # of each text, as shown
    stamps: dict[Path, Stamp] = field(default_factory=dict)  # of each text, from before it was read
    trouble: str = ""  # what was said last to stand in the way

    def look(self, changed: Iterable[Path] | None) -> None:
        """Reviews the texts that changed, or all where that is None or the configuration changed, and shows what is different."""
        project = self.projects.of(Path.cwd())
        if project is not self.project:
            changed = None
        elif not changed and changed is not None:
            return
        settings = project.settings
        found = discover(self.paths, include=settings.include, exclude=settings.exclude, cms=settings.cms)
        texts = {path.absolute(): path for path in found.paths if not self._is_output(path)}
        wanted = texts.keys() if changed is None else texts.keys() & set(changed)
        if changed is not None and not wanted and self.items.keys() == texts.keys():
            return
        stamps = {path: _stamp(path) for path in wanted}
        self.stamps = {path: stamp for path, stamp in {**self.stamps, **stamps}.items() if path in texts}
        kept = {path: own for path, own in self.items.items() if path in texts and path not in wanted}
        self.items = dict(sorted({**kept, **{path: _read(texts[path], project) for path in wanted}}.items()))
        before, self.project, self.trouble = self.entries, project, ""
        gaps = self._finish(project)
        self._show(before, [_gap(gap) for gap in (*found.skipped, *gaps, *project.gaps)])

    def look_again(self, changed: Iterable[Path]) -> None:
        """Looks at what changed; what stands in the way is said once, and the last findings stay known."""
        try:
            self.look(changed)
        except LeaflintError as error:
            if str(error) != self.trouble:
                self.trouble = str(error)
                print(f"leaflint: {error}", file=self.out, flush=True)

    def _finish(self, project: Project) -> tuple[Skipped, ...]:
        """Takes all texts through the stages after the checks: one text's change may be another's finding."""
        reviews = [item for own in self.items.values() for item in own if not isinstance(item, Skipped)]
        after, gaps = project.finish(reviews)
        finished = iter(after)
        self.entries = {
            path: tuple(entry for item in own for entry in ([_gap(item)] if isinstance(item, Skipped) else _entries(next(finished))))
            for path, own in self.items.items()
        }
        return gaps

    def _show(self, before: dict[Path, tuple[Entry, ...]], gaps: list[Entry]) -> None:
        if self.clear:
            self.out.write(_CLEAR)
            self._write("", (entry for path in sorted(self.entries) for entry in self.entries[path]))
        else:
            for path in sorted({*before, *self.entries}):
                then, now = before.get(path, ()), self.entries.get(path, ())
                self._write("- ", _without(then, now))
                self._write("+ ", _without(now, then))
        self._write("", gaps)
        counts = Counter(entry.severity for own in self.entries.values() for entry in own)
        texts = f"{len(self.entries)} text{'s' * (len(self.entries) != 1)}"
        print(f"leaflint: {texts}: {counted(counts)}; waiting for changes, Ctrl-C ends", file=self.out, flush=True)

    def _write(self, lead: str, entries: Iterable[Entry]) -> None:
        self.out.writelines(f"{lead}{entry.line}\n" for entry in entries)

    def _is_output(self, path: Path) -> bool:
        """Whether what is written here goes into a file, which would change with every look at it."""
        try:
            return os.path.samestat(os.fstat(self.out.fileno()), path.stat())
        except OSError:
            return False


def watch(paths: Sequence[Path], load: Callable[[Path], Settings], out: TextIO, *, clear: bool) -> None:
    """Reviews the texts under some paths, then again whenever they, the configuration or a file that it names change.

    Does not return; KeyboardInterrupt ends it. Raises LeaflintError when the paths or the configuration cannot be used at the start.
    """
    from watchfiles import watch as changes

    watched = Watch(tuple(paths), Projects(load), out, clear)
    watched.look(None)
    folders = [path.absolute() for path in paths if path.is_dir()]
    named = {path for path in watched.items if not any(path.is_relative_to(folder) for folder in folders)}
    roots, asked = folders or sorted({path.parent for path in named}), set(watched.items)
    for batch in changes(*roots, recursive=bool(folders), debounce=_PAUSE, step=50, rust_timeout=_LOOK, yield_on_timeout=True):
        # Configuration and named files are looked at as well: editors put a new file in the place of the one that was watched.
        # The first time all are: what changed before the watching began was told to nobody.
        changed = {Path(path).absolute() for _, path in batch}
        changed |= {path for path in asked if path in watched.stamps and _stamp(path) != watched.stamps[path]}
        asked = named
        watched.look_again(changed)


def _stamp(path: Path) -> Stamp:
    return tuple(entries(path))


def _read(path: Path, project: Project) -> tuple[DocumentReview | Skipped, ...]:
    return make(project.settings, b"", lambda: project.reviewer, path).items


def _entries(review: DocumentReview) -> Iterator[Entry]:
    yield from (_entry(found) for found in review.findings if found.disposition == "open")
    yield from map(_gap, review.skipped)


def _entry(found: Finding) -> Entry:
    where = f":{found.place.line}:{found.place.column}" if found.place else ""
    part = f"#{found.part}" if found.part else ""
    line = flat(f"{found.path}{part}{where}: {found.severity} {found.rule} {found.name}: {said(found)}")
    return Entry(f"{found.rule} {found.fingerprint or line}", line, found.severity)


def _gap(gap: Skipped) -> Entry:
    line = flat(f"{gap.path}: not checked: {gap.what}: {gap.reason}")
    return Entry(line, line)


def _without(entries: Iterable[Entry], others: Iterable[Entry]) -> Iterator[Entry]:
    """The entries that others do not hold; of equal ones as many as there are more."""
    left = Counter(entry.key for entry in others)
    for entry in entries:
        if left[entry.key]:
            left[entry.key] -= 1
        else:
            yield entry
