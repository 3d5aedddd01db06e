"""`leaflint evaluate`: how well the review does on annotated texts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lint.config import JURISDICTIONS

if TYPE_CHECKING:
    from lint.evaluation import Evaluation


@click.command("evaluate", short_help="Measure a review against annotated texts.")
@click.argument("gold_dir", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--documents", required=True, metavar="DIR", help="The annotated texts.")
@click.option("--jurisdiction", type=click.Choice(JURISDICTIONS), default="US", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Write the figures as JSON.")
def command(gold_dir: Path, documents: str, jurisdiction: str, as_json: bool) -> None:
    """Review the texts and count hits, misses and false alarms against the annotations in GOLD_DIR.

    Claims are counted for all sources together and for rules, evidence and model each alone, with 95 % intervals.
    """
    import json

    from lint.cli.options import settings_of
    from lint.config import load_config
    from lint.evaluation.score import summary
    from lint.pipeline.evaluate import ALL, evaluate_sources

    found = evaluate_sources(gold_dir, documents, settings_of(load_config(), jurisdiction=jurisdiction))
    result = found[ALL]
    rules = {name: dict(counts) for name, counts in sorted(result.rules.items())}
    if as_json:
        lists = {"missed": result.missed, "violations": result.violations, "false_alarms": result.false_alarms}
        figures = {"summary": summary(result), "claims by source": _sources(found), "rules": rules, **lists}
        click.echo(json.dumps(figures, ensure_ascii=False, indent=2))
        return
    for name, row in summary(result).items():
        click.echo(f"{name}: {row if isinstance(row, int) else ', '.join(f'{key} {value}' for key, value in row.items())}")
    click.echo("\nclaims by source (share; count; 95 % interval)")
    for name, shares in _sources(found).items():
        click.echo(f"  {name if name == ALL else name + ' alone':<15} recall {shares['recall']}  precision {shares['precision']}")
    _show_rules(rules)
    for title, lines in (("missed", result.missed), ("must not be flagged", result.violations), ("false alarms", result.false_alarms)):
        click.echo("".join(f"\n  {line}" for line in [f"{title}:", *lines]) if lines else "", nl=bool(lines))


def _show_rules(rules: Mapping[str, Mapping[str, int]]) -> None:
    from lint.evaluation.curves import shown

    click.echo("\nby rule (n = hits + false alarms)")
    for name, counts in rules.items():
        hits, false = counts.get("hits", 0), counts.get("false", 0)
        click.echo(f"  {name:<30} hits {hits:>3}  false alarms {false:>3}  n {hits + false:>3}  precision {shown(hits, hits + false)}")


def _sources(found: Mapping[str, Evaluation]) -> dict[str, Any]:
    """Recall and precision of claims for each source."""
    from lint.evaluation.curves import shown

    rows = {}
    for name, result in found.items():
        hits, total = result.recall("claims")
        rows[name] = {"recall": shown(hits, total), "precision": shown(hits, hits + result.counts["claims.false"])}
    return rows
