"""Reads references; every fault of a file is reported at once, with its place."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lint.data import data_path
from lint.errors import LeaflintError
from lint.kept import code_of, kept
from lint.rulebook.yaml import Faults, Fields, Node, parse
from lint.types.label import SECTIONS, Passage
from lint.types.reference import Citation, Fact, Reference, Required
from lint.types.review import SEVERITIES
from lint.types.settings import JURISDICTIONS

SCHEMA = "leaflint-reference/1"
KINDS = (
    "name", "form", "class", "mechanism", "indication", "off-label", "boxed", "risk", "side-effect", "contraindication", "pregnancy",
    "lactation", "population", "interaction", "monitoring", "dosing", "advice", "limit-of-benefit", "storage",
)  # fmt: skip
CONSEQUENCES = ("contraindicated", "avoid", "reduce-dose", "caution", "ask")
OVERLAY = ".overlay.yaml"
_LARGE = 10_000  # bytes of a reference file that are worth keeping as parsed
FREQUENCIES = ("very common", "common", "uncommon", "rare", "very rare")
_KEYS = (
    "schema", "drug", "synonyms", "brands", "classes", "never_call", "version", "reviewed", "jurisdictions", "label-sha256", "sources",
    "facts", "requires", "underived", "passages",
)  # fmt: skip
_OVERLAY_KEYS = ("schema", "drug", "brands", "remove", "sources", "facts")
Brands = tuple[tuple[str, tuple[str, ...]], ...]  # of each jurisdiction
_FACT_KEYS = (
    "id", "kind", "topic", "jurisdictions", "severity", "boxed", "conditions", "substances", "routes", "consequence", "direction",
    "statement", "quote", "passage", "frequency", "effects", "amounts", "maximum", "cite",
)  # fmt: skip


def shipped_folders() -> tuple[Path, ...]:
    """The folder of leaflint's own references."""
    return (data_path("corpus/references"),)


def load_references(folders: Iterable[Path]) -> tuple[Reference, ...]:
    """Every reference in some folders, those of an earlier folder first: where two speak of one drug, the earlier goes before.

    Raises LeaflintError for a folder that is not there, a faulty file, or a drug twice in one folder and jurisdiction.
    """
    found: list[Reference] = []
    for folder in folders:
        if not folder.is_dir():
            raise LeaflintError(f"{folder}: there is no such folder of references")
        here: list[tuple[Path, Reference]] = []
        for path in sorted(folder.glob("*.yaml")):
            if not path.name.endswith(OVERLAY):
                here.append((path, _kept(path)))
            elif not path.with_name(path.name.removesuffix(OVERLAY) + ".yaml").is_file():
                raise LeaflintError(f"{path}: there is no {path.name.removesuffix(OVERLAY)}.yaml that it could correct")
        check_once(here)
        found += sorted((reference for _, reference in here), key=lambda r: (r.drug, r.jurisdictions))
    return tuple(found)


def check_once(references: Iterable[tuple[Path, Reference]]) -> None:
    """Raises LeaflintError when two references speak of the same drug in the same jurisdiction."""
    seen: dict[tuple[str, str], Path] = {}
    for path, reference in references:
        for jurisdiction in reference.jurisdictions:
            first = seen.get((reference.drug, jurisdiction))
            if first == path:
                raise LeaflintError(f"{path}: holds two labels of {reference.drug} for the {jurisdiction}: keep one")
            if first is not None:
                raise LeaflintError(f"{path}: {reference.drug} has a reference for the {jurisdiction} already: {first}: keep one")
            seen[reference.drug, jurisdiction] = path


def _kept(path: Path) -> Reference:
    """The reference in a file; a large one is not parsed again while neither it nor its overlay changes."""
    overlay = path.with_name(path.stem + OVERLAY)
    data, over = _bytes(path), _bytes(overlay) if overlay.is_file() else b""
    if len(data) < _LARGE:
        return load_reference(path)
    key = hashlib.sha256(data + b"\0" + over).hexdigest()
    return kept("reference", f"{key} {code_of('references', 'types')}", Reference, lambda: load_reference(path))


def load_reference(path: Path) -> Reference:
    """One reference file, with the overlay beside it. Raises LeaflintError with every fault as file:line:column."""
    data = _bytes(path)
    faults = Faults()
    fields = Fields(parse(_decoded(path, data), str(path)), str(path), faults, _KEYS)
    fields.text("schema", required=True, choices=(SCHEMA,))
    overlay = _Overlay.beside(path, faults)
    sources = {**dict(fields.pairs("sources")), **overlay.sources}
    nodes = overlay.over(fields)
    facts = tuple(_fact(node, file, sources) for node, file in nodes)
    source = Fields(sources["label"], str(path), faults, ("title", "date", "url")) if "label" in sources else None
    reference = Reference(
        drug=fields.text("drug", required=True), brands=_joined(_brands(fields), overlay.brands), classes=fields.texts("classes"),
        never_call=fields.texts("never_call"), version=fields.text("version", required=True),
        reviewed=fields.text("reviewed", required=True), jurisdictions=fields.texts("jurisdictions", JURISDICTIONS),
        facts=facts, requires=tuple(_required(node, fields, facts) for node in fields.nodes("requires")),
        sha256=hashlib.sha256(data + overlay.data).hexdigest(), synonyms=fields.texts("synonyms"),
        source=Citation(source.text("title"), "", source.text("date"), source.text("url"), True) if source else None,
        passages=tuple(_passage(node, fields) for node in fields.nodes("passages")), underived=fields.texts("underived"),
    )  # fmt: skip
    _check_whole(reference, nodes, fields)
    faults.check()
    return reference


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise LeaflintError(f"{path}: cannot be read: {error.strerror}") from None


def _decoded(path: Path, data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise LeaflintError(f"{path}: not UTF-8 at byte {error.start}: save the file as UTF-8") from None


@dataclass(frozen=True, slots=True)
class _Overlay:
    """Corrections by hand: brands and facts that are added, facts replaced key by key, and facts that are left out."""

    data: bytes = b""
    sources: Mapping[str, Node] = field(default_factory=dict)
    facts: tuple[Node, ...] = ()
    removed: tuple[str, ...] = ()
    brands: Brands = ()
    fields: Fields | None = None

    @classmethod
    def beside(cls, path: Path, faults: Faults) -> _Overlay:
        """The overlay of a reference file; an empty one where there is none."""
        over = path.with_name(path.stem + OVERLAY)
        if not over.is_file():
            return cls()
        data = _bytes(over)
        fields = Fields(parse(_decoded(over, data), str(over)), str(over), faults, _OVERLAY_KEYS)
        return cls(data, dict(fields.pairs("sources")), tuple(fields.nodes("facts")), fields.texts("remove"), _brands(fields), fields)

    def over(self, file: Fields) -> list[tuple[Node, Fields]]:
        """The facts of the reference as corrected, each with the file it is to be blamed on."""
        if self.fields is None:
            return [(node, file) for node in file.nodes("facts")]
        own = {_id(node): node for node in self.facts}
        known = {_id(node) for node in file.nodes("facts")}
        for name in self.removed:
            if name not in known:
                self.fields.faults.add(self.fields.path, self.fields.node, f"there is no fact {name!r} to remove")
        found = []
        for node in file.nodes("facts"):
            over = own.pop(_id(node), None)
            if over is not None:
                found.append((_merged(node, over), self.fields))
            elif _id(node) not in self.removed:
                found.append((node, file))
        return [*found, *((node, self.fields) for node in own.values())]


def _merged(under: Node, over: Node) -> Node:
    values = {key: value for node in (under, over) if isinstance(node.value, dict) for key, value in node.value.items()}
    return Node(values, over.line, over.column)


def _id(node: Node) -> str:
    own = node.value.get("id") if isinstance(node.value, dict) else None
    return own.value if own is not None and isinstance(own.value, str) else ""


def _joined(brands: Brands, further: Brands) -> Brands:
    both = [*brands, *further]
    return tuple((where, tuple(dict.fromkeys(n for other, names in both if other == where for n in names))) for where in dict(both))


def _brands(fields: Fields) -> Brands:
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
        routes=fields.texts("routes"), quote=fields.text("quote"), passage=fields.text("passage"),
        frequency=fields.text("frequency", choices=FREQUENCIES), effects=fields.texts("effects"), amounts=fields.texts("amounts"),
        maximum=fields.flag("maximum"),
    )  # fmt: skip
    if not fact.citations:
        file.faults.add(file.path, node, f"the fact {fact.id!r} names no source: give `cite`")
    if not fact.jurisdictions:
        file.faults.add(file.path, node, f"the fact {fact.id!r} names no jurisdiction")
    if fact.severity == "error" and not (fact.topic or fact.substances):
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


def _passage(node: Node, file: Fields) -> Passage:
    fields = Fields(node, file.path, file.faults, ("id", "section", "path", "place", "text"))
    return Passage(
        id=fields.text("id", required=True), section=fields.text("section", required=True, choices=SECTIONS), path=fields.texts("path"),
        text=fields.text("text", required=True), place=fields.text("place"),
    )  # fmt: skip


def _required(node: Node, file: Fields, facts: tuple[Fact, ...]) -> Required:
    fields = Fields(node, file.path, file.faults, ("requirement", "fact", "severity", "jurisdictions"))
    return Required(
        fields.text("requirement", required=True), fields.text("fact", required=True, choices=[fact.id for fact in facts]),
        fields.text("severity", required=True, choices=SEVERITIES), fields.texts("jurisdictions", JURISDICTIONS),
    )  # fmt: skip


def _check_whole(reference: Reference, nodes: list[tuple[Node, Fields]], file: Fields) -> None:
    seen: set[str] = set()
    passages = {passage.id: passage for passage in reference.passages}
    for fact, (node, fields) in zip(reference.facts, nodes, strict=True):
        if fact.id in seen:
            fields.faults.add(fields.path, node, f"the fact {fact.id!r} stands here twice")
        seen.add(fact.id)
        if fact.quote and (fact.passage not in passages or fact.quote not in passages[fact.passage].text):
            fields.faults.add(fields.path, node, f"the quote of {fact.id!r} does not stand word for word in its passage {fact.passage!r}")
    if not reference.jurisdictions:
        file.faults.add(file.path, file.node, "the reference names no jurisdiction")
