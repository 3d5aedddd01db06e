"""`leaflint rules`: what is checked, and whether every rule does what its examples say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from lint.rulebook import Rulebook


@click.group("rules", short_help="List, show or test the rules.")
def command() -> None:
    """List, show or test the rules."""


@command.command("list")
def list_rules() -> None:
    """One line for each rule: code, severity, check and name."""
    for rule in _rulebook().rules:
        preview = "  (preview)" if rule.status == "preview" else ""
        click.echo(f"{rule.code}  {rule.severity:<8} {rule.check:<11} {rule.name}{preview}")


@command.command("show")
@click.argument("code")
def show(code: str) -> None:
    """What a rule (code or name) asks, why, after which source, with its examples."""
    from lint.errors import LeaflintError

    try:
        rule = _rulebook().rule(code)
    except KeyError:
        raise LeaflintError(f"there is no rule {code!r}: `leaflint rules list` names them all") from None
    click.echo(f"{rule.code} {rule.name} [{rule.severity}] ({rule.check})\n\n{rule.message}\n\nWhy: {rule.why}")
    if rule.sources:
        click.echo(f"Sources: {'; '.join(rule.sources)}")
    for example in rule.examples:
        said = ", ".join(f"“{quote}”" for quote in example.flags) or ", ".join(f"{k}: {v}" for k, v in example.status) or "nothing"
        shown = example.text or "\n  ".join(f"{path}: {text}" for path, text in example.files)
        click.echo(f"\n  {shown}\n    flags: {said}")


@command.command("catalogue")
def catalogue() -> None:
    """All rules as a page of Markdown: what each flags, why, after which source, with two examples."""
    from lint.reporters.catalogue import catalogue as page

    click.echo(page(_rulebook().rules), nl=False)


@command.command("test")
@click.argument("codes", nargs=-1)
@click.pass_context
def test(ctx: click.Context, codes: tuple[str, ...]) -> None:
    """Try the examples of all rules, or of some; ends with 1 when one comes out differently."""
    import datetime

    from lint.config import load_config
    from lint.errors import LeaflintError
    from lint.pipeline.examples import run_examples
    from lint.pipeline.review import Reviewer
    from lint.pipeline.settings import Settings

    config = load_config()
    today = datetime.date.today().isoformat()
    reviewer = Reviewer.build(Settings(today=today, rules=config.rules, rule_packs=config.rule_packs, plugins=config.plugins))
    results = list(run_examples(reviewer, codes))
    if not results:
        raise LeaflintError(f"no rule is called {' or '.join(codes)}: `leaflint rules list` names them all")
    failed = [result for result in results if result.faults]
    for result in failed:
        click.echo(
            f"{result.rule.code} {result.rule.name}: {'; '.join(result.faults)}\n  in: {result.example.text or result.example.files}"
        )
    click.echo(f"{len(results)} examples, {len(failed)} differ")
    ctx.exit(1 if failed else 0)


def _rulebook() -> Rulebook:
    """The rules of the project: leaflint's own, its packs and plugins."""
    from lint.config import load_config
    from lint.pipeline.plugins import load_plugins, load_rules

    config = load_config()
    rulebook, gaps = load_rules(config.rules, config.rule_packs, load_plugins(config.plugins))
    for gap in gaps:
        click.echo(f"leaflint: {gap.path}: {gap.what}: {gap.reason}", err=True)
    return rulebook
