"""From tokens to norms: what patterns and checks compare, whatever the author's spelling, quotes and contractions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import repeat

from lint.language.lexicon import Lexicon, Piece, Pieces
from lint.language.tokens import OPAQUE, Cut, cut, places_of
from lint.types.text import Block, Word

MOST_CORRECTIONS = 500  # unknown words of one document that are looked up; prose stays far below
_SHORTEST_CORRECTED = 4
_LONGEST_ACRONYM = 6
_NEGATIONS = ("n't", "nt")
_BEFORE_NOT = {"ca": "can", "wo": "will", "sha": "shall", "ai": "is"}
_ENDINGS = {"'ll": "will", "'re": "are", "'ve": "have", "'m": "am", "'d": "would"}
_IS = frozenset("it that there here what who where how she he this".split())  # before 's that means "is"
_INVISIBLE = str.maketrans({"\u00ad": "", "\u2060": "", "\u200c": "", "ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl"})
_UNITED = re.compile(r"(\d[\d.,]*)(mg|mcg|µg|μg|ug|g|kg|ml|l|iu|mm|cm|weeks?|days?|months?|hours?|years?)")
_HYPHENS = re.compile(r"(?<=[^\W\d_])[-–](?=[^\W\d_])")
_UNKNOWN: Pieces = ()
_new = tuple.__new__  # Word(…) goes through a function of Python: half the time of making a word


@dataclass(slots=True)
class Normer:
    """Makes the words of one document; each distinct chunk and word is worked out once."""

    lexicon: Lexicon
    spellings: dict[str, tuple[str, bool]] = field(default_factory=dict)
    corrections: int = 0

    def words(self, text: str, source: str, blocks: Sequence[Block]) -> list[list[Word]]:
        """The words of each block of a text; `source` is what the author wrote, character for character."""
        passages = [text[block.start : block.end] for block in blocks]
        chunks = [passage.split() for passage in passages]
        found = self._learned(chunks)
        return [
            _words(block, passage, own, known, source)
            for block, passage, own, known in zip(blocks, passages, chunks, found, strict=True)
        ]  # fmt: skip

    def _learned(self, chunks: Sequence[Sequence[str]]) -> list[list[Pieces]]:
        """The pieces of each chunk of some passages, those remembered and those worked out now."""
        memory = self.lexicon.memory
        memory.tidy()
        found = [list(map(memory.pieces.get, own, repeat(_UNKNOWN))) for own in chunks]
        unknown = [number for number, known in enumerate(found) if not all(known)]
        fresh = dict.fromkeys(chunk for number in unknown for chunk, known in zip(chunks[number], found[number], strict=True) if not known)
        ours: dict[str, Pieces] = {}  # of this document only
        memory.cuts.update(cut((chunk for chunk in fresh if chunk not in memory.cuts), self.lexicon.tokenizer))
        for chunk in fresh:
            pieces, corrected = self._pieces(chunk, memory.cuts[chunk])
            if corrected:
                ours[chunk] = pieces  # another document may have too many corrections for this one
            else:
                memory.pieces[chunk] = pieces
                del memory.cuts[chunk]
        for number in unknown:
            found[number] = [
                known or ours.get(chunk) or memory.pieces[chunk] for chunk, known in zip(chunks[number], found[number], strict=True)
            ]
        return found

    def _pieces(self, chunk: str, cuts: Sequence[Cut]) -> tuple[Pieces, bool]:
        """The pieces of a chunk, and whether one of them had to be corrected."""
        cuts, pieces, doubtful = _joined_numbers(cuts), list[Piece](), False
        for number, (first, last, text) in enumerate(cuts):
            before = cuts[number - 1][2].lower() if number else ""
            after = cuts[number + 1][2].lower() if number + 1 < len(cuts) else ""
            norm, corrected = self._contracted(text.lower(), before, after), False
            if not norm:
                norm, corrected = self._spelled(text)
            pieces.append((first, last, chunk[first:last], norm))
            doubtful = doubtful or corrected
        return tuple(pieces), doubtful

    @staticmethod
    def _contracted(low: str, before: str, after: str) -> str:
        """The full word that a part of a contraction stands for, or nothing."""
        if low in _NEGATIONS and before:
            return "not"
        if after in _NEGATIONS and low in _BEFORE_NOT:
            return _BEFORE_NOT[low]
        if low == "'s" and before == "let":
            return "us"
        if low == "'s" and before in _IS:
            return "is"
        return _ENDINGS.get(low, "") if before else ""

    def _spelled(self, text: str) -> tuple[str, bool]:
        """The norm of a word, and whether it had to be corrected or would have had to."""
        found = self.spellings.get(text)
        if found is None:
            found = self.spellings[text] = self._remembered(text)
        return found

    def _remembered(self, text: str) -> tuple[str, bool]:
        """The norm of a word that this document has not had before; a correction counts even where it was made for another one."""
        known = self.lexicon.memory.spellings
        if text not in known:
            before = self.corrections
            if before >= MOST_CORRECTIONS:
                return self._spell(text), True  # perhaps uncorrected, so not to be remembered
            norm = self._spell(text)
            known[text] = norm, self.corrections > before
        elif known[text][1]:
            if self.corrections >= MOST_CORRECTIONS:
                return self._spell(text), True
            self.corrections += 1
        return known[text]

    def _spell(self, text: str) -> str:
        if text == OPAQUE:
            return text
        low = unicodedata.normalize("NFC", text.lower()).translate(_INVISIBLE)
        if low.isalpha():
            right = self._corrected(low)
            acronym = text.isupper() and len(text) <= _LONGEST_ACRONYM
            return self._american(low) if acronym and right not in self.lexicon.names else right
        united = _UNITED.fullmatch(low)
        if united:
            return f"{united[1]} {united[2]}"
        return low if low.isalnum() or len(low) == 1 else " ".join(_HYPHENS.sub(" ", low).split())

    def _corrected(self, word: str) -> str:
        lexicon = self.lexicon
        if word in lexicon.names or lexicon.vocabulary.known(word):
            return self._american(word)
        if len(word) < _SHORTEST_CORRECTED or self.corrections >= MOST_CORRECTIONS:
            return self._american(word)
        self.corrections += 1
        return self._american(lexicon.correct(word) or word)

    def _american(self, word: str) -> str:
        return self.lexicon.vocabulary.american(word)


def _words(block: Block, passage: str, chunks: Sequence[str], pieces: Sequence[Pieces], source: str) -> list[Word]:
    """The words of a block, whose plain text is `passage`, by its chunks and their pieces."""
    starts = places_of(passage, chunks, block.start)
    if source.startswith(passage, block.start):
        return [
            _new(Word, (at + first, at + last, text, norm))
            for at, own in zip(starts, pieces, strict=True)
            for first, last, text, norm in own
        ]  # fmt: skip
    return [
        _new(Word, (at + first, at + last, source[at + first : at + last], norm))
        for at, own in zip(starts, pieces, strict=True)
        for first, last, _, norm in own
    ]  # fmt: skip


def _joined_numbers(cuts: Sequence[Cut]) -> Sequence[Cut]:
    """Digits with a hyphen between them are one number: a range, a date, a telephone number such as 1-800-FDA-1088."""
    if not any(text == "-" for _, _, text in cuts):
        return cuts
    found: list[Cut] = []
    for token in cuts:
        if len(found) > 1 and _joins(found[-2], found[-1], token):
            start, _, head = found[-2]
            found[-2:] = [(start, token[1], f"{head}-{token[2]}")]
        else:
            found.append(token)
    return found


def _joins(before: Cut, mark: Cut, after: Cut) -> bool:
    if mark[2] != "-" or before[1] != mark[0] or mark[1] != after[0] or not before[2][-1:].isdigit():
        return False
    return after[2][0].isdigit() or ("-" in before[2] and "-" in after[2] and after[2][-1].isdigit())
