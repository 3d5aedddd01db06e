"""The language step: a document's text as sentences of words, with scopes and subjects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lint.language.drugs import brands_in, drugs_of, unlisted
from lint.language.lexicon import Lexicon, Line
from lint.language.line import Names, forms_of, join, name_index
from lint.language.norms import Normer
from lint.language.quotes import quoted
from lint.language.scopes import scopes_of
from lint.language.sentences import sentence_ranges
from lint.language.subject import Subjects
from lint.language.tokens import plain
from lint.types.text import SHARED, Block, Document, Sentence, Text, Word


def analyse(document: Document, lexicon: Lexicon, *, drug: str = "", brands: Mapping[str, str] | None = None) -> Text:
    """The document as checks see it, in time linear in its length.

    `drug` says what it is about, else that is found out; `brands` are further names and the drug each stands for.
    """
    text = plain(document.text)
    blocks = Normer(lexicon).words(text, document.text, document.blocks)
    spelling = lexicon.vocabulary
    explained = {**dict(brands_in(document.text, lexicon.drug_of, spelling.known, spelling.is_brand)), **(brands or {})}
    norms = [[word.norm for word in words] for words in blocks]
    if drug:
        drugs: tuple[str, ...] = (drug,)
    else:
        others = _other_drugs(norms, explained, lexicon)
        drugs = drugs_of(document, blocks, norms, lexicon.names, others, lambda word: explained.get(word) or lexicon.drug_of(word))
    ours = {own for rests in lexicon.names.values() for _, own in rests}
    if not drug and not ours & set(drugs):
        fresh = unlisted(document.text, spelling.known, [*drugs, *explained])
        if fresh:
            drugs, explained = (explained.get(fresh, fresh),), {**explained, fresh: explained.get(fresh, fresh)}
    names = _names_of(drugs, lexicon.names, explained)
    subjects = Subjects(lexicon.subjects, "drug" if drugs else "other", "other", spoken=lexicon.memory.spoken)
    sentences: list[Sentence] = []
    for number, (words, own) in enumerate(zip(blocks, norms, strict=True)):
        sentences += _sentences(number, document.blocks[number], words, own, text, names, subjects, lexicon)
    return Text(document, tuple(sentences), drugs)


def _other_drugs(norms: Sequence[Sequence[str]], explained: Mapping[str, str], lexicon: Lexicon) -> Mapping[str, str]:
    """The norms of a text that name a drug, of a list or as the text explains, with the drug; each norm is looked up once for a run."""
    distinct, none = set[str]().union(*norms), lexicon.memory.no_drugs
    found = {norm: drug for norm in distinct - none if len(norm) > 3 and (drug := lexicon.drug_of(norm))}
    none |= distinct - found.keys()
    return {**found, **{name: drug for name, drug in explained.items() if len(name) > 3}}


def _names_of(drugs: Sequence[str], names: Names, explained: Mapping[str, str]) -> Names:
    """The names of these drugs only: those of the references, their own ids, and brands that the text explains."""
    chosen = {
        first: tuple((rest, drug) for rest, drug in rests if drug in drugs) for first, rests in names.items()
    }  # fmt: skip
    own = name_index([*((drug, drug) for drug in drugs), *((brand, drug) for brand, drug in explained.items() if drug in drugs)])
    return {**own, **{first: rests for first, rests in chosen.items() if rests}}


def _sentences(
    number: int, block: Block, words: Sequence[Word], norms: Sequence[str], text: str, names: Names, subjects: Subjects, lexicon: Lexicon
) -> Iterator[Sentence]:
    forms = forms_of(words, norms, names)
    quotations = quoted(words, norms)
    item, heading = block.kind == "list-item", block.kind == "heading"
    for first, last in sentence_ranges(words, norms, text, lexicon.abbreviations):
        own, own_forms = tuple(words[first:last]), tuple(forms[first:last])
        line, offsets, scopes = _line(own_forms, lexicon, heading=heading)
        subject, clauses = subjects.of(own_forms, item=item)
        yield Sentence(
            number, own[0].start, own[-1].end, own, line, offsets,
            (*scopes, *quotations.within(first, last), *clauses), subject,
        )  # fmt: skip


def _line(forms: tuple[str, ...], lexicon: Lexicon, *, heading: bool) -> Line:
    """What follows from a sentence's forms alone, worked out once for a sentence that many documents have."""
    known, key = lexicon.memory.lines, (forms, heading)
    found = known.get(key)
    if found is None:
        found = Line(*join(forms), scopes_of(forms, lexicon.scopes, heading=heading))
        if len(forms) <= SHARED:
            known[key] = found
    return found
