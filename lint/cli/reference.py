"""`leaflint reference`: what is known of each medicine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from lint.types.reference import Reference


@click.group("reference", short_help="List or show what is known of each medicine.")
def command() -> None:
    """List or show what is known of each medicine."""


@command.command("list")
def list_references() -> None:
    """One line for each reference: drug, jurisdictions, date of review, how many facts."""
    for reference in _references():
        facts = f"{len(reference.facts)} facts, {sum(not fact.confirmed for fact in reference.facts)} unconfirmed"
        click.echo(f"{reference.drug}  {'+'.join(reference.jurisdictions)}  reviewed {reference.reviewed}  {facts}")


@command.command("show")
@click.argument("drug")
@click.option("--jurisdiction", type=click.Choice(["US", "UK", "EU"]), help="Only the facts that hold there.")
def show(drug: str, jurisdiction: str | None) -> None:
    """Every fact of a drug (generic or brand name) with its source."""
    from lint.errors import LeaflintError

    found = next((reference for reference in _references() if drug.lower() in reference.names), None)
    if found is None:
        raise LeaflintError(f"there is no reference for {drug!r}: `leaflint reference list` names them all")
    click.echo(f"{found.drug} ({', '.join(found.names[1:])}), version {found.version}, reviewed {found.reviewed}\n")
    for fact in found.facts:
        if jurisdiction is None or jurisdiction in fact.jurisdictions:
            click.echo(f"{fact.id}  [{fact.severity}]  {'+'.join(fact.jurisdictions)}  {fact.kind}\n  {fact.statement}")
            for cited in fact.citations:
                doubt = "" if cited.confirmed else " (unconfirmed)"
                click.echo(f"  {', '.join(part for part in (cited.title, cited.section, cited.date, cited.url) if part)}{doubt}")


def _references() -> tuple[Reference, ...]:
    from lint.config import load_config
    from lint.references import load_references, shipped_folders

    return load_references((*load_config().references, *shipped_folders()))
