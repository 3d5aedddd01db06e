"""Takes what editors decided from reviewed files into the project's decisions file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lint.decisions import load_decisions, merged
from lint.errors import LeaflintError
from lint.files import replace_file
from lint.reporters.docx.answers import Answers, read_answers


@dataclass(frozen=True, slots=True)
class Taken:
    """What one file holds."""

    path: Path
    dismissed: int
    accepted: int
    untouched: int  # comments that nobody answered
    undecided: tuple[str, ...]  # answers that decide nothing, each in a sentence


def import_decisions(paths: Iterable[Path], into: Path) -> tuple[Taken, ...]:
    """Adds the decisions of reviewed Word files, and of decisions files that the HTML report saved, to a decisions file.

    Where there is none in them, nothing is written. Raises LeaflintError naming the file that cannot be used.
    """
    read = [(path, _answers(path)) for path in paths]
    found = [decision for _, answers in read for decision in answers.decided]
    if found:
        replace_file(into, merged(into, found).encode())
    return tuple(_taken(path, answers) for path, answers in read)


def _answers(path: Path) -> Answers:
    if path.suffix.lower() == ".toml":
        return Answers(load_decisions(path), (), 0)
    try:
        return read_answers(path.read_bytes(), str(path))
    except OSError as error:
        raise LeaflintError(f"{path}: cannot be read: {error.strerror}") from None


def _taken(path: Path, answers: Answers) -> Taken:
    dismissed = sum(one.decision == "dismiss" for one in answers.decided)
    return Taken(path, dismissed, len(answers.decided) - dismissed, answers.untouched, answers.undecided)
