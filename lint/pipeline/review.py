"""One document's review: language, checks, and what could not be checked."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from lint.across.digest import digest_of
from lint.checks import CHECKS, Brief, Check, Outcome
from lint.checks.duplicates import required_sentences
from lint.decisions import read_suppressions
from lint.evidence import LabelIndex, LabelMemory, LabelSearch
from lint.judge import Client, Judge
from lint.language import Corrector, Lexicon, analyse, build_corrector, build_lexicon
from lint.language.line import name_index
from lint.pipeline.kind import guess_kind, word_count
from lint.pipeline.plugins import load_plugins, load_rules
from lint.pipeline.settings import Settings
from lint.readers import read
from lint.readers.omitted import left_out
from lint.references import load_references, reference_for, shipped_folders
from lint.rulebook import Rulebook
from lint.types.digest import Digest
from lint.types.label import Label
from lint.types.reference import Reference
from lint.types.review import FAILED, DocumentInfo, DocumentReview, Skipped, place_order
from lint.types.text import Document, Source, Text

if TYPE_CHECKING:
    from lint.model import ClaimModel

_MEMORIES = 16  # labels of which what was worked out is kept
LANGUAGES = {"US": "en-US", "UK": "en-GB", "EU": "en-GB"}


@dataclass(frozen=True)
class Reviewer:
    """Everything that is made once for a run and used for each of its documents."""

    settings: Settings
    rulebook: Rulebook
    references: tuple[Reference, ...]
    corrector: Corrector
    lexicon: Lexicon
    given: frozenset[str] = frozenset()  # drugs whose label was given for this run
    judge: Judge | None = None
    plugins: Mapping[str, Check] = field(default_factory=dict)  # checks of other packages
    gaps: tuple[Skipped, ...] = ()  # plugins that do not work
    model: ClaimModel | None = None  # proposes claims that no rule names
    _indexes: dict[str, LabelIndex] = field(default_factory=dict, compare=False, repr=False)
    _memories: dict[tuple[str, ...], LabelMemory] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def build(cls, settings: Settings) -> Reviewer:
        """Loads rules and references. Raises LeaflintError when one of them cannot be used."""
        plugins = load_plugins(settings.plugins)
        rulebook, gaps = load_rules(settings.rules, settings.rule_packs, plugins)
        settings.check_rules(rulebook.rules)
        known = load_references((*settings.references, *shipped_folders()))
        labels, given, named = _given(settings, known)
        corrector = build_corrector(named, settings.words | rulebook.condition_words)
        lexicon = build_lexicon(named, corrector)
        given = (*_derived(labels, rulebook, corrector, lexicon), *given)
        drugs, judge = frozenset(reference.drug for reference in given), Judge(Client(settings.judge)) if settings.judge else None
        model = _model(rulebook, lexicon) if "model" in settings.sources else None
        return cls(settings, rulebook, (*given, *known), corrector, lexicon, drugs, judge, plugins.checks, (*plugins.gaps, *gaps), model)

    def with_labels(self, labels: Sequence[Label]) -> Reviewer:
        """The same reviewer with further labels, of medicines whose names it knows."""
        given = _derived(labels, self.rulebook, self.corrector, self.lexicon)
        references = (*given, *self.references)
        names = name_index((name, reference.drug) for reference in references for name in reference.names)
        drugs, lexicon = self.given.union(reference.drug for reference in given), replace(self.lexicon, names=names)
        return replace(self, references=references, lexicon=lexicon, given=drugs, _indexes={}, _memories={})

    def review(self, document: Document, *, drug: str = "") -> DocumentReview:
        """The document's review; a check that fails becomes a gap in it, never an error. `drug` overrides detection."""
        if self.settings.overrides:
            return replace(self, settings=self.settings.of(document.path)).review(document, drug=drug)
        document = replace(document, name=self.settings.name_of(document.path))
        text = analyse(document, self.lexicon, drug=drug or self.settings.drug)
        note = ""
        if len(self.given) == 1 and not self._known(text.drugs):
            (assumed,) = self.given
            if not text.drugs or self._may_be(document, text.drugs[0], assumed):
                said = f"is about {text.drugs[0]}" if text.drugs else "names no medicine"
                text = analyse(document, self.lexicon, drug=assumed, brands=dict.fromkeys(text.drugs, assumed))
                note = f"{said}: compared with the label given, of {assumed}"
        matches = self.rulebook.patterns.match(text.sentences)
        kind = self.settings.kind if self.settings.kind != "auto" else guess_kind(text, self.rulebook, matches)
        jurisdiction = self.settings.jurisdiction
        found = (reference_for(self.references, drug_id, jurisdiction) for drug_id in text.drugs)
        about = tuple(reference for reference in found if reference is not None)
        note = note or _told(text.drugs, [reference.drug for reference in about], jurisdiction, self.references)
        brief = Brief(
            rulebook=self.rulebook, matches=matches, corrector=self.corrector, references=about, jurisdiction=self.settings.jurisdiction,
            kind=kind, today=self.settings.today, labels=tuple(self._search(r, about, text) for r in about if r.passages), judge=self.judge,
            model=self.model, min_confidence=self.settings.min_confidence, sources=self.settings.sources,
            off=self._codes_off,
        )  # fmt: skip
        outcomes: list[Outcome] = []
        for name, check in (*CHECKS.items(), *self.plugins.items()):
            contradicted = tuple(claim for outcome in outcomes for claim in outcome.claims if claim.verdict == "contradicted")
            outcomes.append(_guarded(name, check, text, replace(brief, contradicted=contradicted)))
        findings = sorted(self.settings.wanted((f for outcome in outcomes for f in outcome.findings), self.rulebook.rule), key=place_order)
        return DocumentReview(
            document=_info(document, text, kind, jurisdiction, note),
            findings=tuple(findings),
            claims=tuple(claim for outcome in outcomes for claim in outcome.claims),
            requirements=tuple(requirement for outcome in outcomes for requirement in outcome.requirements),
            skipped=(*left_out(document), *self._off(document), *(skipped for outcome in outcomes for skipped in outcome.skipped)),
            unreferenced=not about or len(about) < len(text.drugs),
            suppressions=read_suppressions(document),
            digest=digest_of(text, kind, required=required_sentences(text, brief)),
            original=document if self.settings.keep_text else None,
        )

    def _off(self, document: Document) -> Iterator[Skipped]:
        """A gap where the settings of a document leave no rule on."""
        if not self.settings.checks(self.rulebook.rules):
            yield Skipped(document.path, document.part, "all checks", "every rule is off for this file (select and ignore, or an override)")

    @cached_property
    def _codes_off(self) -> frozenset[str]:
        """The codes of the rules that are off."""
        return frozenset(rule.code for rule in self.rulebook.rules if not self.settings.applies(rule))

    def _known(self, drugs: Sequence[str]) -> bool:
        """Whether there is a reference for one of the drugs."""
        return any(reference.drug in drugs for reference in self.references)

    def _may_be(self, document: Document, name: str, drug: str) -> bool:
        """Whether a name of no reference may be a brand of the drug whose label was given: no list has it, or the text names both."""
        names = {n for reference in self.references if reference.drug == drug for n in reference.names}
        low = document.text.lower()
        return self.corrector.drugs.exact(name) is None or any(n in low for n in names if len(n) > 4)

    def _search(self, reference: Reference, about: Sequence[Reference], text: Text) -> LabelSearch:
        """The label of a reference, for a text that is about several."""
        key, names = _key(reference), tuple(map(_key, (reference, *about)))
        if key not in self._indexes:
            from lint.pipeline.labels import index_of

            self._indexes[key] = index_of(reference, self.rulebook, self.lexicon)
        memory = self._memories.pop(names, None) or LabelMemory()
        self._memories[names] = memory  # the last one asked
        if len(self._memories) > _MEMORIES:
            del self._memories[next(iter(self._memories))]
        return LabelSearch(reference, self._indexes[key], text, memory)

    def standard(self, document: Document) -> Digest:
        """The digest of an approved text, in which `DRUG` stands for the name of whatever medicine a page is about."""
        return digest_of(analyse(document, self.lexicon), "standard", placeholders=True)


def _key(reference: Reference) -> str:
    return f"{reference.drug} {reference.sha256}"


def review_text(
    text: str,
    *,
    kind: str = "auto",
    jurisdiction: str = "US",
    drug: str = "",
    path: str = "text.txt",
    encoding: str = "utf-8",
    reviewer: Reviewer | None = None,
) -> DocumentReview:
    """Reviews a string as a plain text file, or as what `path` is called, stored in `encoding`; for tests and embedding."""
    if reviewer is None:
        reviewer = Reviewer.build(Settings(today=datetime.date.today().isoformat(), jurisdiction=jurisdiction, kind=kind))
    else:
        reviewer = replace(reviewer, settings=replace(reviewer.settings, jurisdiction=jurisdiction, kind=kind))
    found = next(iter(read(Source(path, text.encode(encoding)))))
    if isinstance(found, Skipped):
        raise ValueError(f"{found.what}: {found.reason}")
    return reviewer.review(found, drug=drug)


def _given(settings: Settings, known: Sequence[Reference]) -> tuple[tuple[Label, ...], tuple[Reference, ...], tuple[Reference, ...]]:
    """The labels of a run, the references given as files, and all references that medicines' names come from."""
    if not settings.labels:
        return (), (), tuple(known)
    from lint.labels.derive import stub
    from lint.pipeline.labels import labels_in, split_given

    raw, given = split_given(settings.labels)
    one = settings.drug if len(raw) == 1 else ""
    labels = labels_in(raw, (*given, *known), drug=one, otherwise=settings.jurisdiction)
    return labels, given, (*(stub(label) for label in labels), *given, *known)


def _derived(labels: Sequence[Label], rulebook: Rulebook, corrector: Corrector, lexicon: Lexicon) -> tuple[Reference, ...]:
    if not labels:
        return ()
    from lint.pipeline.labels import references_of  # what reads labels: only who gives one pays for it

    return references_of(labels, rulebook, corrector, lexicon)


def _model(rulebook: Rulebook, lexicon: Lexicon) -> ClaimModel:
    from lint.model import load_model  # brings numpy: only what reads texts pays for it

    return load_model(rulebook, lexicon.drug_of)


def _told(drugs: Sequence[str], known: Sequence[str], jurisdiction: str, references: Sequence[Reference]) -> str:
    """What a reader must know of the medicines a text is about, if there is anything: none, several, or no reference."""
    if not drugs:
        return "names no medicine that it is plainly about: say which with --drug"
    unknown = [drug for drug in drugs if drug not in known]
    notes = [f"is about several medicines: {', '.join(drugs)}"] if len(drugs) > 1 else []
    if unknown:
        others = sorted({name for reference in references if reference.drug in unknown for name in reference.jurisdictions})
        way = f"there is one for {', '.join(others)}: see --jurisdiction" if others else "import the label with `leaflint reference import`"
        if known and not others:
            way += f"; a brand of {known[0]} goes under `brands` in the overlay of its reference"
        notes.append(f"there is no {jurisdiction} reference for {', '.join(unknown)}: {way}")
    return "; ".join(notes)


def _guarded(name: str, check: Check, text: Text, brief: Brief) -> Outcome:
    try:
        outcome = check(text, brief)
        for found in outcome.findings:
            brief.rulebook.rule(found.rule)  # a plugin may name a rule that nobody has
        return outcome
    except Exception as error:  # whatever goes wrong in one check, the others still report
        reason = f"the {name} check failed: {type(error).__name__}: {error}"
        return Outcome(skipped=(Skipped(text.document.path, text.document.part, f"{FAILED}{name}", reason),))


def _info(document: Document, text: Text, kind: str, jurisdiction: str, note: str) -> DocumentInfo:
    return DocumentInfo(
        path=document.path, part=document.part, sha256=document.sha256, format=document.format, encoding=document.encoding,
        language=LANGUAGES[jurisdiction], kind=kind, jurisdiction=jurisdiction, drugs=text.drugs, words=word_count(text),
        note=note,
    )  # fmt: skip
