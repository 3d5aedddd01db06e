"""Labels that a user gives, as references: read, derived, and kept while neither file nor rules change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from lint.data import data_path
from lint.errors import LeaflintError
from lint.evidence import LabelIndex, build_index, label_text
from lint.kept import code_of, kept
from lint.labels import derive, read_labels
from lint.labels.derive import stub
from lint.language import Corrector, Lexicon, analyse, build_corrector, build_lexicon
from lint.language.drugnames import DrugNames
from lint.references import check_once, load_reference, load_references, shipped_folders
from lint.rulebook import Rulebook, load_rulebook
from lint.types.label import Label
from lint.types.reference import Fact, Reference


def labels_in(
    paths: Iterable[Path], references: Sequence[Reference], *, drug: str = "", jurisdiction: str = "", otherwise: str = ""
) -> tuple[Label, ...]:
    """Every label in some files; for the options see `read_labels`. Raises LeaflintError naming the file."""
    names = DrugNames.build(data_path("rules/words"), references)
    found: list[tuple[Path, Label]] = []
    for path in paths:
        read = read_labels(path, drug_of=names.exact, drug=drug, jurisdiction=jurisdiction, otherwise=otherwise)
        found += [(path, label) for label in read]
    check_once((path, stub(label)) for path, label in found)
    return tuple(label for _, label in found)


def references_of(labels: Sequence[Label], rulebook: Rulebook, corrector: Corrector, lexicon: Lexicon) -> tuple[Reference, ...]:
    """The labels with the facts that can be derived from them."""

    def made(label: Label) -> Reference:
        return derive(label, rulebook, lambda document: analyse(document, lexicon, drug=label.drug), corrector.drugs.exact)

    keys = [f"{label.sha256} {label.drug} {label.jurisdiction} {rulebook.sha256} {lexicon.mark} {_code()}" for label in labels]
    return tuple(kept("label", key, Reference, lambda label=label: made(label)) for key, label in zip(keys, labels, strict=True))  # type: ignore[misc]


def index_of(reference: Reference, rulebook: Rulebook, lexicon: Lexicon) -> LabelIndex:
    """The sentences of a reference's label, ready to be searched."""

    def made() -> LabelIndex:
        return build_index(label_text(reference.passages, lambda document: analyse(document, lexicon, drug=reference.drug)))

    return kept("index", f"{reference.sha256} {reference.drug} {rulebook.sha256} {lexicon.mark} {_code()}", LabelIndex, made)


def import_labels(
    paths: Iterable[Path], references: Sequence[Reference], rulebook: Rulebook, *, drug: str = "", jurisdiction: str = ""
) -> tuple[Reference, ...]:
    """The references made from label files. Raises LeaflintError naming the file."""
    labels = labels_in(paths, references, drug=drug, jurisdiction=jurisdiction)
    known = (*(stub(label) for label in labels), *references)
    corrector = build_corrector(known, rulebook.condition_words)
    return references_of(labels, rulebook, corrector, build_lexicon(known, corrector))


def split_given(paths: Iterable[Path]) -> tuple[tuple[Path, ...], tuple[Reference, ...]]:
    """What `--label` names: label files, and references that were imported before (YAML), which are loaded."""
    raw, loaded = [], []
    for path in paths:
        if not path.is_file():
            raise LeaflintError(f"{path}: there is no such label")
        if path.suffix.lower() in (".yaml", ".yml"):
            loaded.append((path, load_reference(path)))
        else:
            raw.append(path)
    check_once(loaded)
    return tuple(raw), tuple(reference for _, reference in loaded)


def compared(old: Path, new: Path, *, drug: str = "", jurisdiction: str = "") -> list[tuple[str, Fact]]:
    """What `new` says otherwise than `old`, as ("-" or "+", fact); a reworded fact is both. Raises LeaflintError naming the file."""
    before, after = ({fact.id: fact for fact in _given(path, drug, jurisdiction).facts} for path in (old, new))
    changes = []
    for name in sorted({*before, *after}):
        one, other = before.get(name), after.get(name)
        if one is None or other is None or (one.statement, one.quote, one.consequence) != (other.statement, other.quote, other.consequence):
            changes += [(sign, fact) for sign, fact in (("-", one), ("+", other)) if fact is not None]
    return changes


def _given(path: Path, drug: str, jurisdiction: str) -> Reference:
    raw, loaded = split_given([path])
    if loaded:
        return loaded[0]
    known = load_references(shipped_folders())
    return import_labels(raw, known, load_rulebook(), drug=drug, jurisdiction=jurisdiction)[0]


def _code() -> str:
    """A hash of the code that labels go through, so that what is kept is made anew when it changes."""
    return code_of("labels", "evidence", "language", "references", "checks", "rulebook", "types")
