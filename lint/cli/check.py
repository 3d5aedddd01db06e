"""`leaflint check`: the main job."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from lint.cluster import TABLES
from lint.config import FAIL_ON, JURISDICTIONS, KINDS, SEVERITIES
from lint.lasting import lasting
from lint.reporters import REPORTERS


def _format(ctx: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    found = []
    for value in values or ("text",):
        name, _, path = value.removesuffix(":-").partition(":")
        if name in TABLES:
            if not path:
                raise click.BadParameter(f"{name} is a directory: name one that is not there yet, such as {name}:reviews")
            found.append((name, path))
            continue
        if name not in REPORTERS and not _is_installed(name):
            raise click.BadParameter(f"{name!r} is not a format: use one of {', '.join(REPORTERS)}")
        if name in REPORTERS and REPORTERS[name].needs_path and not path:
            raise click.BadParameter(
                f"{name} is not for a terminal: name a file, such as {name}:review.{name}, or a folder, {name}:reviews/"
            )
        found.append((name, path))
    return tuple(found)


def _is_installed(name: str) -> bool:
    """Whether another package brings this format."""
    from lint.pipeline.plugins import load_reporter

    return load_reporter(name) is not None


def _rules(ctx: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.strip() for value in values for name in value.split(","))


def _severity(ctx: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    found = [value.partition("=")[::2] for value in values]
    for rule, level in found:
        if level not in SEVERITIES:
            raise click.BadParameter(f"{rule}={level}: write it as CLM101=warning, with one of {', '.join(SEVERITIES)}")
    return tuple(found)


def _today(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    try:
        return value and datetime.date.fromisoformat(value).isoformat()
    except ValueError:
        raise click.BadParameter(f"{value!r} is not a date such as 2026-11-24") from None


def _spark_conf(ctx: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    found = dict(value.partition("=")[::2] for value in values)
    for key, value in found.items():
        if not key.startswith("spark.") or not value:
            raise click.BadParameter(f"{key}={value}: write it as spark.master=local[4]")
    return found


@click.command("check", short_help="Review texts about medicines.")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--jurisdiction", type=click.Choice(JURISDICTIONS), help="Whose label and rules to follow. [default: US]")
@click.option("--kind", type=click.Choice(KINDS), help="What the texts are; decides which statements are due. [default: auto]")
@click.option(
    "--label", "labels", multiple=True, metavar="FILE", type=click.Path(path_type=Path), help="The medicine's official label; repeatable."
)
@click.option("--drug", help="What the texts are about; goes before what they say themselves.")
@click.option(
    "--select",
    multiple=True,
    metavar="RULE",
    callback=_rules,
    help="Only these rules or families (CLM101, absolute-efficacy, CLM); repeatable.",
)
@click.option("--ignore", multiple=True, metavar="RULE", callback=_rules, help="Not these rules or families; repeatable.")
@click.option("--severity", multiple=True, metavar="RULE=LEVEL", callback=_severity, help="Weigh a rule or family; repeatable.")
@click.option("--baseline", type=click.Path(path_type=Path), help="The folder of the baseline. [default: the configured one]")
@click.option("--diff-base", metavar="REF", help="Only what changed since this Git reference and HEAD parted counts.")
@click.option("--diff-context", type=click.IntRange(min=0), metavar="N", help="Lines around a changed one that count too. [default: 0]")
@click.option("--fix", is_flag=True, help="Put right what is safe to put right, then report what is left.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: other mechanical corrections too.")
@click.option("--diff", "preview", is_flag=True, help="Show what --fix would change, and change nothing; ends with 1 if it would.")
@click.option("--min-confidence", type=click.FloatRange(0, 1, min_open=True), help="Least probability of what only the model finds.")
@click.option("--fail-on", type=click.Choice(FAIL_ON), help="The weakest finding that ends with 1. [default: error]")
@click.option("--format", "formats", multiple=True, metavar="NAME[:PATH]", callback=_format, help=f"{', '.join(REPORTERS)}; repeatable.")
@click.option("--config", type=click.Path(path_type=Path), help="A configuration file instead of the nearest one.")
@click.option("--today", metavar="YYYY-MM-DD", callback=_today, help="The date of the run. [default: the clock]")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True)
@click.option("--stdin-filename", metavar="NAME", default="stdin.txt", help="What the text given as - is called; the suffix is its format.")
@click.option("--force-exclude", is_flag=True, help="Leave out excluded and ignored files even when they are named.")
@click.option("--workers", type=click.IntRange(min=1), metavar="N", help="Processes to work with. [default: by the amount of work]")
@click.option("--no-cache", is_flag=True, help="Review everything anew, and keep no reviews for the next run.")
@click.option("--statistics", is_flag=True, help="Tell findings by rule, the slowest documents and rules, on standard error.")
@click.option("--engine", type=click.Choice(["local", "spark"]), default="local", show_default=True, help="What the review runs on.")
@click.option(
    "--spark-conf", multiple=True, metavar="KEY=VALUE", callback=_spark_conf, help="With --engine spark: a setting of Spark; repeatable."
)
@click.option("--require-reference", is_flag=True, help="End with 3 when a text's medicine has no reference.")
@click.pass_context
def command(
    ctx: click.Context, /, paths: tuple[str, ...], config: Path | None, formats: tuple[tuple[str, str], ...], color: str, drug: str | None,
    fail_on: str | None, require_reference: bool, fix: bool, unsafe_fixes: bool, preview: bool, stdin_filename: str, workers: int | None,
    no_cache: bool, statistics: bool, engine: str, spark_conf: Mapping[str, str], **terms: Any,
) -> None:  # fmt: skip
    """Review the texts under PATH: files, folders, globs, or - for standard input.

    Ends with 0 when nothing reaches --fail-on, 1 when something does, 2 when an option, path, rule or reference
    cannot be used, 3 when something that was asked for could not be checked, 130 or 143 when SIGINT or SIGTERM interrupted.
    """
    with lasting():
        from lint.cli.options import opened, settings_of, stdin_source
        from lint.cli.progress import Statistics, watching
        from lint.cli.report import Ending, check_targets, end, report, single, tell
        from lint.cli.spark import check_engine
        from lint.config import load_config
        from lint.pipeline.run import check

    check_engine(engine, formats, spark_conf)
    check_targets(tuple(one for one in formats if one[0] not in TABLES))
    chosen, colored = load_config(config), {"always": True, "never": False}.get(color)
    keep_text = any(name in REPORTERS and REPORTERS[name].shows_text for name, _ in formats)
    settings = settings_of(chosen, drug=(drug or "").lower(), keep_text=keep_text, **terms)
    ending = Ending(fail_on or chosen.fail_on, require_reference or chosen.require_reference)
    if engine == "spark":
        from lint.cli.spark import run_on_spark

        run_on_spark(ctx, paths, settings, formats, spark_conf, ending, color=colored)
    if fix or preview or unsafe_fixes:
        from lint.cli.fix import run_fixes

        run_fixes(ctx, paths, settings, fix=fix, unsafe=unsafe_fixes, preview=preview)
    stdin = stdin_source(stdin_filename) if "-" in paths else None
    counted = Statistics() if statistics else None
    with opened(None if no_cache else chosen) as store, watching(counted) as progress:
        found = check(paths, settings, stdin, store=store, workers=workers, progress=progress, one_for=single(formats))
    for line in counted.lines(iter(found.reviews), settings) if counted else ():
        click.echo(line, err=True)
    report(found, formats, colored)
    tell(found)
    ctx.exit(end(found, ending))
