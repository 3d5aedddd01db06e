"""What the language step knows, built once for a run and shared by all its documents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from lint.language.clause import SubjectCues
from lint.language.line import Names
from lint.language.scopes import ScopeCues
from lint.language.sentences import Abbreviations
from lint.language.tokens import Cut, Tokenizer


class Spelling(Protocol):
    """The vocabulary as the norms need it; words are lower case."""

    def known(self, word: str) -> bool:
        """Whether the word is spelled right."""

    def american(self, word: str) -> str:
        """The US spelling of a UK one, else the word itself."""


class Memory:
    """What the language step worked out for words of earlier documents; always the same, so that it only saves time."""

    MOST = 200_000  # entries; then it begins anew

    def __init__(self) -> None:
        self.cuts: dict[str, tuple[Cut, ...]] = {}  # the tokens of a chunk
        self.spellings: dict[str, tuple[str, bool]] = {}  # the norm of a word, and whether it had to be corrected

    def __reduce__(self) -> tuple[type[Memory], tuple[()]]:
        return Memory, ()

    def tidy(self) -> None:
        """Forgets everything when it has become much."""
        for known in (self.cuts, self.spellings):
            if len(known) > self.MOST:
                known.clear()


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
    memory: Memory = field(default_factory=Memory, compare=False, repr=False)
