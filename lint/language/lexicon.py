"""What the language step knows, built once for a run and shared by all its documents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from lint.language.clause import SubjectCues
from lint.language.line import Names
from lint.language.scopes import ScopeCues
from lint.language.sentences import Abbreviations
from lint.language.tokens import Tokenizer


class Spelling(Protocol):
    """The vocabulary as the norms need it; words are lower case."""

    def known(self, word: str) -> bool:
        """Whether the word is spelled right."""

    def american(self, word: str) -> str:
        """The US spelling of a UK one, else the word itself."""


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
