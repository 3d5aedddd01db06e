"""The words leaflint ships, read from lists; and a dictionary with counts, in a form that is there at once."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import metadata
from itertools import accumulate, chain
from pathlib import Path
from zlib import crc32

from lint.kept import code_of, hash_of

SPELT = ("general.txt", "medical.txt", "labels.txt", "medicine/anatomy.txt", "medicine/conditions.txt", "medicine/practice.txt",
         "medicine/microbes.txt", "medicine/biology.txt", "medicine/chemistry.txt")  # fmt: skip
CHEMISTRY = "medicine/chemistry.txt"
DRUGS = ("drugs.txt", "drugs-common.txt", "drugs-inn.txt", "drugs-us.txt")
NAMES = ("names.txt", "brands-eu.txt", "brands-us.txt")
FREQUENT = "frequent.txt"
_LOTS = 65_536  # of the general dictionary: two or three words each


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


class WordCounts(Mapping[str, int]):
    """Words with their counts, as one text of many lots, of which each is read when one of its words is first asked for.

    A short run asks for a few hundred words: it need not make a hundred thousand of them first.
    """

    def __init__(self, counts: Mapping[str, int]) -> None:
        lots: list[list[str]] = [[] for _ in range(_LOTS)]
        for word, count in counts.items():
            lots[_lot(word)].append(f"{word} {count} ")
        texts = list(map("".join, lots))
        self._text = "".join(texts)
        self._ends = array("I", accumulate(map(len, texts), initial=0))  # of the lots, after the beginning of the first
        self._known: dict[int, dict[str, int]] = {}  # lots that were read
        self._size = len(counts)
        self.total = sum(counts.values())  # of all counts

    def _read(self, number: int) -> dict[str, int]:
        lot = self._known.get(number)
        if lot is None:
            parts = self._text[self._ends[number] : self._ends[number + 1]].split(" ")  # the last one is empty
            lot = self._known[number] = dict(zip(parts[:-1:2], map(int, parts[1::2]), strict=True))
        return lot

    def __getitem__(self, word: str) -> int:
        return self._read(_lot(word))[word]

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and word in self._read(_lot(word))

    def get(self, word: str, default: int = 0) -> int:  # type: ignore[override]
        """The count of a word, else `default`."""
        return self._read(_lot(word)).get(word, default)

    def commoner(self, count: int) -> Iterator[str]:
        """The words that were counted more often than so."""
        return (word for number in range(_LOTS) for word, found in self._read(number).items() if found > count)

    def __iter__(self) -> Iterator[str]:
        return chain.from_iterable(map(self._read, range(_LOTS)))

    def __len__(self) -> int:
        return self._size


def _lot(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass")) % _LOTS


def general_words(folder: Path) -> WordCounts:
    """The general dictionary (US English) without what is no word (not-words.txt), and its counts."""
    from spellchecker import SpellChecker  # takes a third of a second

    wrong = read_words(folder / "not-words.txt")
    counts = dict(SpellChecker(language="en", distance=1).word_frequency.dictionary)
    return WordCounts({word: count for word, count in counts.items() if word not in wrong})


@cache
def mark_of(folder: Path) -> str:
    """A hash of all that the words of a folder come from: its lists, the general dictionary, what reads them."""
    lists = hash_of(sorted(folder.rglob("*.txt")))
    return f"{metadata.version('pyspellchecker')} {lists} {code_of('language', 'rulebook')}"
