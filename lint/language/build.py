"""Builds the lexicon of a run from the references, the shipped lists and the project's own words."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lint.data import data_path
from lint.kept import code_of, hash_of, kept
from lint.language.clause import SubjectCues
from lint.language.correct import Corrector
from lint.language.cues import load
from lint.language.drugnames import DrugNames
from lint.language.lexicon import Lexicon
from lint.language.line import name_index
from lint.language.scopes import ScopeCues
from lint.language.sentences import Abbreviations
from lint.language.tokens import Tokenizer as Cutter
from lint.language.vocabulary import Vocabulary
from lint.types.reference import Reference


def build_corrector(references: Iterable[Reference], words: Iterable[str] = ()) -> Corrector:
    """The vocabulary, with the project's own accepted words, and what is suggested for words outside it."""
    known, folder = tuple(references), data_path("rules/words")
    return Corrector(Vocabulary.build(folder, (*_names(known), *words)), DrugNames.build(folder, known))


def build_lexicon(references: Iterable[Reference], corrector: Corrector) -> Lexicon:
    """Everything the language step knows; with the corrector about 0.3 s, most of it spaCy and the dictionary."""
    names = [(name, reference.drug) for reference in references for name in reference.names]
    return Lexicon(
        _with_empty_stack(english_tokenizer), corrector.vocabulary, corrector.correction, corrector.drugs.exact, name_index(names),
        *_cues(), words=f"{corrector.vocabulary.mark} {sorted(corrector.vocabulary.own)}",
    )  # fmt: skip


def _with_empty_stack(make: Callable[[], Cutter]) -> Cutter:
    """What `make` gives. Python grows the stack of a thread by pages, and gives each back when it is left: where a thousand imports
    happen to begin at the end of one, that is done thousands of times. A thread of its own begins with an empty stack.
    """
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(make).result()


def english_tokenizer() -> Cutter:
    """What `spacy.blank("en")` cuts texts with, on a vocabulary that works out nothing else about words."""
    from spacy.lang.en import English  # takes half a second: only what reads texts pays for it
    from spacy.tokenizer import Tokenizer
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex
    from spacy.vocab import Vocab

    rules = English.Defaults
    made: Cutter = Tokenizer(
        Vocab(), rules=rules.tokenizer_exceptions, token_match=rules.token_match, url_match=rules.url_match,
        prefix_search=compile_prefix_regex(rules.prefixes or ()).search, suffix_search=compile_suffix_regex(rules.suffixes or ()).search,
        infix_finditer=compile_infix_regex(rules.infixes or ()).finditer,
    )  # fmt: skip
    return made


def _cues() -> tuple[Abbreviations, ScopeCues, SubjectCues]:
    """What is kept of the lists of cues in rules/language."""
    lists = sorted(data_path("rules/language").glob("*.yaml"))

    def made() -> tuple[Abbreviations, ScopeCues, SubjectCues]:
        return Abbreviations.of(load("sentences.yaml")), ScopeCues.of(load("scopes.yaml")), SubjectCues.of(load("subjects.yaml"))

    return kept("cues", f"{hash_of(lists)} {code_of('language', 'rulebook')}", tuple, made)


def _names(references: Iterable[Reference]) -> Iterable[str]:
    """The words of the references that count as spelt right: names and interacting substances."""
    for reference in references:
        yield from reference.names
        yield from (substance for fact in reference.facts for substance in fact.substances)
