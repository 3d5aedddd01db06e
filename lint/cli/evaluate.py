"""`leaflint evaluate`: how well the rules do on annotated texts."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("evaluate", short_help="Measure a review against annotated texts.")
@click.argument("gold_dir", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--documents", required=True, metavar="DIR", help="The annotated texts.")
@click.option("--jurisdiction", type=click.Choice(["US", "UK", "EU"]), default="US", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Write the figures as JSON.")
def command(gold_dir: Path, documents: str, jurisdiction: str, as_json: bool) -> None:
    """Review the texts and count hits, misses and false alarms against the annotations in GOLD_DIR."""
    import io
    import json

    from lint.cli.options import settings_of
    from lint.config import load_config
    from lint.evaluation import evaluate
    from lint.evaluation.gold import load_gold
    from lint.evaluation.score import summary
    from lint.pipeline.run import check
    from lint.reporters import REPORTERS

    golds = load_gold(gold_dir)
    found = check([documents], settings_of(load_config(), jurisdiction=jurisdiction))
    buffer = io.StringIO()
    REPORTERS["json"](found.run, found.reviews, found.corpus_findings, buffer)
    result = evaluate(json.loads(buffer.getvalue()), golds)
    rules = {name: dict(counts) for name, counts in sorted(result.rules.items())}
    if as_json:
        lists = {"missed": result.missed, "violations": result.violations, "false_alarms": result.false_alarms}
        click.echo(json.dumps({"summary": summary(result), "rules": rules, **lists}, ensure_ascii=False, indent=2))
        return
    for name, row in summary(result).items():
        click.echo(f"{name}: {row if isinstance(row, int) else ', '.join(f'{key} {value}' for key, value in row.items())}")
    click.echo("\nby rule (n = hits + false alarms)")
    for name, counts in rules.items():
        hits, false = counts.get("hits", 0), counts.get("false", 0)
        click.echo(f"  {name:<30} hits {hits:>3}  false alarms {false:>3}  n {hits + false:>3}")
    for title, lines in (("missed", result.missed), ("must not be flagged", result.violations), ("false alarms", result.false_alarms)):
        click.echo("".join(f"\n  {line}" for line in [f"{title}:", *lines]) if lines else "", nl=bool(lines))
