"""What the language step knows, built once for a run and shared by all its documents."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, Protocol

from lint.language.clause import SubjectCues
from lint.language.line import Names
from lint.language.scopes import ScopeCues
from lint.language.sentences import Abbreviations
from lint.language.subject import Spoken
from lint.language.tokens import Cut, Tokenizer
from lint.types.text import Scope


class Spelling(Protocol):
    """The vocabulary as the norms need it; words are lower case."""

    def known(self, word: str) -> bool:
        """Whether the word is spelled right."""

    def is_brand(self, word: str) -> bool:
        """Whether the word is a brand, or another name that needs its capital."""

    def american(self, word: str) -> str:
        """The US spelling of a UK one, else the word itself."""


Piece = tuple[int, int, str, str]  # of a chunk without spaces: start, end, plain text, and the norm
Pieces = tuple[Piece, ...]  # of one chunk, which has at least one


class Line(NamedTuple):
    """What follows from the forms of a sentence alone; see Sentence."""

    line: str
    offsets: tuple[int, ...]
    scopes: tuple[Scope, ...]


class Memory:
    """What the language step worked out for words and sentences of earlier documents; always the same, so that it only saves time."""

    MOST = 200_000  # words of a kind; with more it begins anew at the next text
    MOST_SENTENCES = 15_000  # the same for sentences, of which texts on medicines share many

    def __init__(self) -> None:
        self.pieces: dict[str, Pieces] = {}  # of a chunk in which nothing had to be corrected
        self.cuts: dict[str, tuple[Cut, ...]] = {}  # the tokens of other chunks
        self.spellings: dict[str, tuple[str, bool]] = {}  # the norm of a word, and whether it had to be corrected
        self.no_drugs: set[str] = set()  # norms that name no drug
        self.lines: dict[tuple[tuple[str, ...], bool], Line] = {}  # by forms, and whether they stand in a heading
        self.spoken: dict[tuple[str, ...], Spoken] = {}  # whom sentences are about, by forms

    def __reduce__(self) -> tuple[type[Memory], tuple[()]]:
        return Memory, ()

    def tidy(self) -> None:
        """Forgets everything when it has become much."""
        for words in (self.pieces, self.cuts, self.spellings, self.no_drugs):
            if len(words) > self.MOST:
                words.clear()
        for sentences in (self.lines, self.spoken):
            if len(sentences) > self.MOST_SENTENCES:
                sentences.clear()


@dataclass(frozen=True)
class Lexicon:
    """Tokenizer, vocabulary, drug names, correction and cue lists."""

    tokenizer: Tokenizer
    vocabulary: Spelling
    correct: Callable[[str], str | None]  # the one right spelling of an unknown word, where there is only one
    drug_of: Callable[[str], str | None]  # the drug that a word is a name of, of all drugs known
    names: Names  # the names of the drugs that references are there for
    abbreviations: Abbreviations
    scopes: ScopeCues
    subjects: SubjectCues
    words: str = ""  # of which words count as spelt right
    memory: Memory = field(default_factory=Memory, compare=False, repr=False)

    @cached_property
    def mark(self) -> str:
        """Another one for whatever may make the language step see a text otherwise; for what is made of texts and kept."""
        return hashlib.sha256(f"{self.words} {sorted(self.names.items())}".encode()).hexdigest()
