"""`leaflint rules`: what is checked, and whether every rule does what its examples say."""

from __future__ import annotations

import click


@click.group("rules", short_help="List, show or test the rules.")
def command() -> None:
    """List, show or test the rules."""


@command.command("list")
def list_rules() -> None:
    """One line for each rule: code, severity, check and name."""
    from lint.rulebook import load_rulebook

    for rule in load_rulebook().rules:
        preview = "  (preview)" if rule.status == "preview" else ""
        click.echo(f"{rule.code}  {rule.severity:<8} {rule.check:<11} {rule.name}{preview}")


@command.command("show")
@click.argument("code")
def show(code: str) -> None:
    """What a rule (code or name) asks, why, after which source, with its examples."""
    from lint.errors import LeaflintError
    from lint.rulebook import load_rulebook

    try:
        rule = load_rulebook().rule(code)
    except KeyError:
        raise LeaflintError(f"there is no rule {code!r}: `leaflint rules list` names them all") from None
    click.echo(f"{rule.code} {rule.name} [{rule.severity}] ({rule.check})\n\n{rule.message}\n\nWhy: {rule.why}")
    if rule.sources:
        click.echo(f"Sources: {'; '.join(rule.sources)}")
    for example in rule.examples:
        said = ", ".join(f"“{quote}”" for quote in example.flags) or ", ".join(f"{k}: {v}" for k, v in example.status) or "nothing"
        shown = example.text or "\n  ".join(f"{path}: {text}" for path, text in example.files)
        click.echo(f"\n  {shown}\n    flags: {said}")


@command.command("test")
@click.argument("codes", nargs=-1)
@click.pass_context
def test(ctx: click.Context, codes: tuple[str, ...]) -> None:
    """Try the examples of all rules, or of some; ends with 1 when one comes out differently."""
    import datetime

    from lint.pipeline.review import Reviewer
    from lint.pipeline.rules_test import run_examples
    from lint.pipeline.settings import Settings

    reviewer = Reviewer.build(Settings(today=datetime.date.today().isoformat()))
    results = list(run_examples(reviewer, codes))
    failed = [result for result in results if result.faults]
    for result in failed:
        click.echo(
            f"{result.rule.code} {result.rule.name}: {'; '.join(result.faults)}\n  in: {result.example.text or result.example.files}"
        )
    click.echo(f"{len(results)} examples, {len(failed)} differ")
    ctx.exit(1 if failed else 2 if not results else 0)
