"""The words that a project accepts: named ones, plain lists, Hunspell dictionaries."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lint.errors import LeaflintError


def project_words(words: Iterable[str], lists: Iterable[Path], dictionaries: Iterable[Path]) -> frozenset[str]:
    """All of them in lower case. Raises LeaflintError naming the file that cannot be read."""
    named = (word.lower() for word in (*words, *(word for path in lists for word in _listed(path))))
    accepted, paths = frozenset(named), tuple(dictionaries)
    if not paths:
        return accepted
    from lint.language.hunspell import dictionary_words  # only who has dictionaries waits for it

    return accepted.union(*(dictionary_words(path) for path in paths))


def _listed(path: Path) -> list[str]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise LeaflintError(f"{path}: cannot be read as a list of words: {error.strerror}") from None
    except UnicodeDecodeError:
        raise LeaflintError(f"{path}: cannot be read as a list of words: it is no UTF-8 text") from None
    return [word for line in lines if (word := line.partition("#")[0].strip())]
