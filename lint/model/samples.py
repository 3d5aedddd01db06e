"""Labelled lines as the model learns from them: sentences with their features and the rules they break."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lint.language import Lexicon, analyse
from lint.model.features import features, forms_of
from lint.model.known import Known
from lint.model.sentences import Line
from lint.model.wording import Wording
from lint.rulebook import Rulebook
from lint.types.text import Block, Document, Piece


@dataclass(frozen=True, slots=True)
class Sample:
    """One sentence of a labelled line."""

    line: Line
    text: str
    names: tuple[str, ...]  # features, each once
    rules: tuple[str, ...]  # the rules it breaks, by name; empty: it makes no claim
    quotes: tuple[str, ...]  # the words at fault, one for each rule


def samples_of(lines: Iterable[Line], lexicon: Lexicon, rulebook: Rulebook) -> Iterator[Sample]:
    """The sentences of some lines, each line read as a text of its own."""
    wording, known = Wording.shipped(), Known.of(rulebook)
    for line in lines:
        text = analyse(document_of(line), lexicon, drug=line.drug)
        matches = rulebook.patterns.match(text.sentences)
        for number, sentence in enumerate(text.sentences):
            found = known.features(sentence, matches[number])
            seen = features(sentence, line.block, forms_of(sentence, lexicon.drug_of), wording, found)
            marks = [(claim.rule, claim.quote) for claim in line.claims if _shares(line.text, claim.quote, sentence.start, sentence.end)]
            names = tuple(dict.fromkeys(name for name, _, _ in seen))
            said = line.text[sentence.start : sentence.end]
            yield Sample(line, said, names, tuple(rule for rule, _ in marks), tuple(quote for _, quote in marks))


def document_of(line: Line) -> Document:
    """A line as a document of its own."""
    size = len(line.text)
    blocks = (Block(line.block, 0, size, int(line.block == "heading")),)
    return Document(f"{line.file}.jsonl", str(line.number), line.text, blocks, (Piece(0, size, 0, size),), line.text, "utf-8", "text", "")


def _shares(text: str, quote: str, start: int, end: int) -> bool:
    """Whether a sentence shares at least half of the shorter of itself and a quote."""
    first = text.find(quote)
    shared = min(first + len(quote), end) - max(first, start)
    return 2 * shared >= min(len(quote), end - start)
