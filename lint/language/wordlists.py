"""The words leaflint ships, in a form that loads in a few hundredths of a second."""

from __future__ import annotations

import hashlib
from array import array
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from lint.kept import kept

SPELT = ("general.txt", "medical.txt", "labels.txt", "medicine/anatomy.txt", "medicine/conditions.txt", "medicine/practice.txt",
         "medicine/microbes.txt", "medicine/biology.txt", "medicine/chemistry.txt")  # fmt: skip
CHEMISTRY = "medicine/chemistry.txt"
DRUGS = ("drugs.txt", "drugs-common.txt", "drugs-inn.txt", "drugs-us.txt")
NAMES = ("names.txt", "brands-eu.txt", "brands-us.txt")
FREQUENT = "frequent.txt"
_SHAPE = "2"  # of what is kept; another number makes it again


def read_words(path: Path) -> frozenset[str]:
    """A plain word list: words between white space, in any case; `#` begins a comment."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word.lower() for line in lines for word in line.partition("#")[0].split())


def read_counts(path: Path) -> dict[str, int]:
    """A list of words with how often each was counted: lines `40 word word …`, most frequent first."""
    counts: dict[str, int] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        count, *words = line.partition("#")[0].split() or ["0"]
        counts.update(dict.fromkeys(words, int(count)))
    return counts


@dataclass(frozen=True, slots=True)
class WordTable:
    """The general dictionary with its counts, as one text, so that it is read back without thousands of objects."""

    words: str  # one a line
    counts: array[int]

    def frequency(self) -> dict[str, int]:
        """Each word with its count."""
        return dict(zip(self.words.split("\n"), self.counts, strict=True))


def general_words(folder: Path) -> dict[str, int]:
    """The general dictionary (US English) without what is no word (not-words.txt), and its counts."""
    wrong = folder / "not-words.txt"
    mark = hashlib.sha256(wrong.read_bytes()).hexdigest()
    key = f"{metadata.version('pyspellchecker')} en {_SHAPE} {mark}"
    return kept("dictionary", key, WordTable, lambda: _general(read_words(wrong))).frequency()


def _general(wrong: frozenset[str]) -> WordTable:
    from spellchecker import SpellChecker  # takes a third of a second

    counts = dict(SpellChecker(language="en", distance=1).word_frequency.dictionary)
    words = [word for word in counts if word not in wrong]
    return WordTable("\n".join(words), array("Q", (counts[word] for word in words)))
