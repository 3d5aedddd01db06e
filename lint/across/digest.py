"""Makes a document's digest, in its own review."""

from __future__ import annotations

from collections.abc import Container

from lint.repeats.words import forms_of
from lint.types.digest import Digest, DigestSentence
from lint.types.text import Sentence, Text

_ANY = frozenset(["DRUG", "MEDICINE"])  # stands for the name of a page's medicine in an approved text


def digest_of(text: Text, kind: str, *, required: Container[int] = (), placeholders: bool = False) -> Digest:
    """The digest of a document after the language step.

    `required` are the numbers of the sentences that such texts rightly share. With `placeholders`, DRUG stands for any medicine.
    """
    document = text.document
    sentences = []
    for number, sentence in enumerate(text.sentences):
        block = document.blocks[sentence.block]
        place = document.place(sentence.start, sentence.end)
        line = _filled(sentence) if placeholders else sentence.line
        sentences.append(
            DigestSentence(
                " ".join(forms_of(line)), block.kind, sentence.block, number in required, place.quote,
                place.start, place.end, place.line, place.column, place.end_line, place.end_column,
            )
        )  # fmt: skip
    return Digest(document.path, document.part, document.name or document.path, kind, _title(text), text.drugs, tuple(sentences))


def _filled(sentence: Sentence) -> str:
    """The sentence's line with @drug where a placeholder stands."""
    ends = (*sentence.offsets[1:], len(sentence.line))
    forms = (
        "@drug" if word.text in _ANY else sentence.line[start:end].strip()
        for word, start, end in zip(sentence.words, sentence.offsets, ends, strict=True)
    )  # fmt: skip
    return " ".join(form for form in forms if form)


def _title(text: Text) -> str:
    document = text.document
    first = document.blocks[0] if document.blocks else None
    heading = document.text[first.start : first.end] if first and first.kind == "heading" else ""
    return dict(document.meta).get("title", "") or heading
