"""Reads references; every fault of a file is reported at once, with its place."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from lint.data import data_path
from lint.errors import LeaflintError
from lint.rulebook.yaml import Faults, Fields, Node, parse
from lint.types.reference import Citation, Fact, Reference, Required
from lint.types.review import SEVERITIES

SCHEMA = "leaflint-reference/1"
JURISDICTIONS = ("US", "UK", "EU")
KINDS = (
    "name", "form", "class", "mechanism", "indication", "off-label", "boxed", "risk", "side-effect", "contraindication", "pregnancy",
    "lactation", "interaction", "monitoring", "dosing", "advice", "limit-of-benefit", "storage",
)  # fmt: skip
CONSEQUENCES = ("contraindicated", "avoid", "reduce-dose", "caution", "ask")
_KEYS = (
    "schema", "drug", "brands", "classes", "never_call", "version", "reviewed", "jurisdictions", "sources", "facts", "requires",
)  # fmt: skip
_FACT_KEYS = (
    "id", "kind", "topic", "jurisdictions", "severity", "boxed", "conditions", "substances", "routes", "consequence", "direction",
    "statement", "cite",
)  # fmt: skip


def shipped_folders() -> tuple[Path, ...]:
    """The folder of leaflint's own references."""
    return (data_path("corpus/references"),)


def load_references(folders: Iterable[Path]) -> tuple[Reference, ...]:
    """Every reference in some folders, sorted by drug; a drug found in an earlier folder hides it in a later one.

    Raises LeaflintError for a folder that is not there, a faulty file, or a drug twice in one folder.
    """
    found: dict[str, Reference] = {}
    for folder in folders:
        if not folder.is_dir():
            raise LeaflintError(f"{folder}: there is no such folder of references")
        here: dict[str, Path] = {}
        for path in sorted(folder.glob("*.yaml")):
            reference = load_reference(path)
            if reference.drug in here:
                raise LeaflintError(f"{path}: {reference.drug} has a reference already, in {here[reference.drug]}")
            here[reference.drug] = path
            found.setdefault(reference.drug, reference)
    return tuple(found[drug] for drug in sorted(found))


def load_reference(path: Path) -> Reference:
    """One reference file. Raises LeaflintError with every fault as file:line:column."""
    try:
        data = path.read_bytes()
        text = data.decode("utf-8")
    except OSError as error:
        raise LeaflintError(f"{path}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise LeaflintError(f"{path}: not UTF-8 at byte {error.start}: save the file as UTF-8") from None
    faults = Faults()
    fields = Fields(parse(text, str(path)), str(path), faults, _KEYS)
    fields.text("schema", required=True, choices=(SCHEMA,))
    sources = dict(fields.pairs("sources"))
    facts = tuple(_fact(node, fields, sources) for node in fields.nodes("facts"))
    reference = Reference(
        drug=fields.text("drug", required=True), brands=_brands(fields), classes=fields.texts("classes"),
        never_call=fields.texts("never_call"), version=fields.text("version", required=True),
        reviewed=fields.text("reviewed", required=True), jurisdictions=fields.texts("jurisdictions", JURISDICTIONS),
        facts=facts, requires=tuple(_required(node, fields, facts) for node in fields.nodes("requires")),
        sha256=hashlib.sha256(data).hexdigest(),
    )  # fmt: skip
    _check_whole(reference, fields)
    faults.check()
    return reference


def _brands(fields: Fields) -> tuple[tuple[str, tuple[str, ...]], ...]:
    brands = Fields(fields.get("brands") or Node({}, 1, 1), fields.path, fields.faults, JURISDICTIONS)
    return tuple((jurisdiction, brands.texts(jurisdiction)) for jurisdiction, _ in fields.pairs("brands"))


def _fact(node: Node, file: Fields, sources: dict[str, Node]) -> Fact:
    fields = Fields(node, file.path, file.faults, _FACT_KEYS)
    fact = Fact(
        id=fields.text("id", required=True), kind=fields.text("kind", required=True, choices=KINDS), topic=fields.text("topic"),
        jurisdictions=fields.texts("jurisdictions", JURISDICTIONS), statement=fields.text("statement", required=True),
        severity=fields.text("severity", required=True, choices=SEVERITIES),
        citations=tuple(_citation(item, file, sources) for item in fields.nodes("cite")), boxed=fields.flag("boxed"),
        conditions=fields.texts("conditions"), substances=fields.texts("substances"),
        consequence=fields.text("consequence", choices=CONSEQUENCES), direction=fields.text("direction", choices=("up", "down")),
        routes=fields.texts("routes"),
    )  # fmt: skip
    if not fact.citations:
        file.faults.add(file.path, node, f"the fact {fact.id!r} names no source: give `cite`")
    if not fact.jurisdictions:
        file.faults.add(file.path, node, f"the fact {fact.id!r} names no jurisdiction")
    if fact.severity == "error" and not fact.topic:
        file.faults.add(file.path, node, f"the fact {fact.id!r} must be in every full text, so it needs a topic to be found by")
    return fact


def _citation(node: Node, file: Fields, sources: dict[str, Node]) -> Citation:
    fields = Fields(node, file.path, file.faults, ("source", "section", "confirmed"))
    name = fields.text("source", required=True, choices=sources)
    source = Fields(sources.get(name, Node({}, 1, 1)), file.path, file.faults, ("title", "date", "url"))
    if fields.get("confirmed") is None:
        file.faults.add(file.path, node, "say whether it was read in the source: confirmed: true or false")
    return Citation(
        title=source.text("title", required=name in sources), section=fields.text("section", required=True), date=source.text("date"),
        url=source.text("url", required=name in sources), confirmed=fields.flag("confirmed"),
    )  # fmt: skip


def _required(node: Node, file: Fields, facts: tuple[Fact, ...]) -> Required:
    fields = Fields(node, file.path, file.faults, ("requirement", "fact", "severity", "jurisdictions"))
    return Required(
        fields.text("requirement", required=True), fields.text("fact", required=True, choices=[fact.id for fact in facts]),
        fields.text("severity", required=True, choices=SEVERITIES), fields.texts("jurisdictions", JURISDICTIONS),
    )  # fmt: skip


def _check_whole(reference: Reference, fields: Fields) -> None:
    seen: set[str] = set()
    for fact, node in zip(reference.facts, fields.nodes("facts"), strict=True):
        if fact.id in seen:
            fields.faults.add(fields.path, node, f"the fact {fact.id!r} stands here twice")
        seen.add(fact.id)
    if not reference.jurisdictions:
        fields.faults.add(fields.path, fields.node, "the reference names no jurisdiction")
