"""`leaflint reference`: what is known of each medicine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lint.config import JURISDICTIONS

if TYPE_CHECKING:
    from lint.types.reference import Fact, Reference

_LISTED = 40  # sentences without a fact that a reference lists; then it says how many more there are
_FILE = click.Path(path_type=Path)


@click.group("reference", short_help="Import, list or show what is known of each medicine.")
def command() -> None:
    """Import, list or show what is known of each medicine."""


@command.command("import")
@click.argument("files", nargs=-1, required=True, type=_FILE, metavar="FILE...")
@click.option("--into", type=_FILE, help="The folder for the references. [default: the configured one, else references/]")
@click.option("--drug", help="The medicine, where the file does not name it.")
@click.option("--jurisdiction", type=click.Choice(JURISDICTIONS), help="Whose label it is, where the file does not say.")
def import_(files: tuple[Path, ...], into: Path | None, drug: str | None, jurisdiction: str | None) -> None:
    """Turn official labels into references.

    Reads FDA SPL XML (DailyMed), openFDA label JSON, and summaries of product characteristics or leaflets with numbered
    sections in HTML, Markdown or text. Corrections belong into the .overlay.yaml beside the file that is written.
    """
    from lint.config import load_config
    from lint.labels import save_reference
    from lint.pipeline.labels import import_labels
    from lint.references import load_references, shipped_folders
    from lint.rulebook import load_rulebook

    config = load_config()
    folder = into or next(iter(config.references), Path("references"))
    rulebook = load_rulebook(config.rules, config.rule_packs)
    made = import_labels(files, load_references(shipped_folders()), rulebook, drug=drug or "", jurisdiction=jurisdiction or "")
    for reference in made:
        path = save_reference(reference, folder)
        kinds = Counter(fact.kind for fact in reference.facts)
        facts = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items())) or "none"
        click.echo(f"{path}: {reference.drug}, {'+'.join(reference.jurisdictions)}, {len(reference.passages)} passages; facts: {facts}")
        for said in _gaps(reference):
            click.echo(f"  {said}")


def _gaps(reference: Reference) -> Iterator[str]:
    """What no fact was derived from: the kinds that are wholly missing by name, sentences by their number."""
    whole = [gap for gap in reference.underived if gap.startswith("no ")]
    yield from (f"not derived: {gap}" for gap in whole)
    if count := len(reference.underived) - len(whole):
        many = "one sentence" if count == 1 else f"{count} sentences" if count <= _LISTED else f"more than {_LISTED} sentences"
        name = f'"{reference.drug}"' if " " in reference.drug else reference.drug
        yield f"{many} gave no fact; texts are compared with the whole label all the same: `leaflint reference show {name}` lists them"


@command.command("list")
def list_references() -> None:
    """One line for each reference: drug, jurisdictions, date of review, how many facts."""
    for reference in _references():
        facts = f"{len(reference.facts)} facts, {sum(not fact.confirmed for fact in reference.facts)} unconfirmed"
        label = f"  label with {len(reference.passages)} passages" if reference.passages else ""
        click.echo(f"{reference.drug}  {'+'.join(reference.jurisdictions)}  reviewed {reference.reviewed}  {facts}{label}")


@command.command("show")
@click.argument("drug")
@click.option("--jurisdiction", type=click.Choice(JURISDICTIONS), help="Only the facts that hold there.")
def show(drug: str, jurisdiction: str | None) -> None:
    """Every fact of a drug (generic or brand name) with its source."""
    from lint.errors import LeaflintError

    found = [r for r in _references() if drug.lower() in r.names and (jurisdiction is None or jurisdiction in r.jurisdictions)]
    if not found:
        raise LeaflintError(f"there is no reference for {drug!r}: `leaflint reference list` names them all")
    for reference in found:
        names = f" ({', '.join(reference.names[1:])})" if reference.names[1:] else ""
        click.echo(f"{reference.drug}{names}, version {reference.version}, reviewed {reference.reviewed}\n")
        for fact in reference.facts:
            if jurisdiction is None or jurisdiction in fact.jurisdictions:
                _show(fact)
        for gap in reference.underived:
            click.echo(f"not derived: {gap}")


@command.command("diff")
@click.argument("old", type=_FILE)
@click.argument("new", type=_FILE)
@click.option("--drug", help="The medicine, where the files do not name it.")
@click.option("--jurisdiction", type=click.Choice(JURISDICTIONS), help="Whose labels they are, where they do not say.")
@click.option("--texts", multiple=True, metavar="PATH", help="Texts to review by both: what changes for them; repeatable.")
def diff(old: Path, new: Path, drug: str | None, jurisdiction: str | None, texts: tuple[str, ...]) -> None:
    """What a new version of a label says otherwise: facts that were added, dropped or reworded.

    OLD and NEW are labels or imported references. With --texts also which sentences of your texts the new label no longer
    supports, or contradicts, and which statements they now lack. Ends with 1 when something differs: a fact, or with --texts
    something for the texts.
    """
    from lint.pipeline.labels import compared

    changes = compared(old, new, drug=drug or "", jurisdiction=jurisdiction or "")
    for sign, fact in changes:
        click.echo(f"{sign} {fact.id}  {fact.statement}")
        if fact.quote:
            click.echo(f"    “{fact.quote}”")
    code = _impact(texts, old, new, drug, jurisdiction) if texts else int(bool(changes))
    raise click.exceptions.Exit(code)


def _impact(texts: tuple[str, ...], old: Path, new: Path, drug: str | None, jurisdiction: str | None) -> int:
    from lint.cli.options import settings_of
    from lint.config import load_config
    from lint.pipeline.impact import impact

    found, run = impact(texts, settings_of(load_config(), drug=(drug or "").lower(), jurisdiction=jurisdiction), old, new)
    touched = len({(one.path, one.part) for one in found})
    click.echo(f"\n{len(found)} consequence{'s' * (len(found) != 1)} in {touched} of {len(run.reviews)} texts")
    for one in found:
        where = one.path + (f" {one.part}" if one.part else "") + (f":{one.line}" if one.line else "")
        click.echo(f"{where}: {one.before or 'not due'} → {one.after or 'not due'}: {' '.join(one.text.split())}")
        for evidence in one.evidence[:1]:
            click.echo(f"    {f'“{evidence.quote}”' if evidence.quote else evidence.statement}  ({evidence.section or evidence.source})")
    for gap in run.run.skipped:
        click.echo(f"leaflint: {gap.path}: {gap.what}: {gap.reason}", err=True)
    return 3 if run.incomplete else int(bool(found))


def _show(fact: Fact) -> None:
    click.echo(f"{fact.id}  [{fact.severity}]  {'+'.join(fact.jurisdictions)}  {fact.kind}\n  {fact.statement}")
    if fact.quote:
        click.echo(f"  “{fact.quote}”")
    for cited in fact.citations:
        doubt = "" if cited.confirmed else " (unconfirmed)"
        click.echo(f"  {', '.join(part for part in (cited.title, cited.section, cited.date, cited.url) if part)}{doubt}")


def _references() -> tuple[Reference, ...]:
    from lint.config import load_config
    from lint.references import load_references, shipped_folders

    return load_references((*load_config().references, *shipped_folders()))
