"""`leaflint model`: train and measure the model that looks for claims."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

_DIR = click.Path(path_type=Path, exists=True, file_okay=False)
_FILE = click.Path(path_type=Path, dir_okay=False)
_SENTENCES, _CONFIG, _WEIGHTS = Path("corpus/sentences"), Path("corpus/model/config.cfg"), Path("corpus/model/claims.npz")


@click.group("model", short_help="Train or measure the model that looks for claims.")
def command() -> None:
    """Train or measure the model that looks for claims (docs/claims-model.md)."""


@command.command("train")
@click.option("--sentences", type=_DIR, default=_SENTENCES, show_default=True, help="The labelled sentences.")
@click.option("--config", type=_FILE, default=_CONFIG, show_default=True, help="How to train.")
@click.option("--out", type=_FILE, default=_WEIGHTS, show_default=True, help="Where to write the weights.")
def train(sentences: Path, config: Path, out: Path) -> None:
    """Train the model anew; the same sentences and configuration give the same weights."""
    from lint.pipeline.model import train_model

    made = train_model(sentences, config, out)
    shares = ", ".join(f"{count} {part}" for part, count in made["sentences"].items())
    click.echo(f"{out}: {made['features']} features, {made['labels']} labels, {made['bytes']} bytes; sentences: {shares}")


@command.command("evaluate")
@click.option("--sentences", type=_DIR, default=_SENTENCES, show_default=True, help="The labelled sentences.")
@click.option("--part", type=click.Choice(["train", "validation", "test"]), default="test", show_default=True)
@click.option("--voices", is_flag=True, help="Measure on unseen voices instead: trains six times, some minutes.")
@click.option("--config", type=_FILE, default=_CONFIG, show_default=True, help="How to train, for --voices.")
@click.option("--json", "as_json", is_flag=True, help="Write the figures as JSON.")
def evaluate(sentences: Path, part: str, voices: bool, config: Path, as_json: bool) -> None:
    """Measure rules, evidence and model on the labelled sentences, each alone and all together."""
    import json

    from lint.pipeline.model import measure_model, measure_voices

    figures = measure_voices(sentences, config) if voices else measure_model(sentences, part)
    if as_json or voices:
        click.echo(json.dumps(figures, ensure_ascii=False, indent=2))
    else:
        _show(figures)


def _show(figures: dict[str, Any]) -> None:
    click.echo(f"{figures['part']} part: {figures['sentences']} sentences of {figures['lines']} lines, {figures['claims']} with claims")
    click.echo(f"average precision of the model: {figures['average precision']}")
    click.echo(f"at probability {figures['confidence']}: {_pair(figures['at threshold'])}\n")
    for name, shares in figures["sources"].items():
        click.echo(f"{name if name == 'all' else name + ' alone':<15} {_pair(shares)}")
    click.echo("\nprobability   sentences   said   found")
    for row in figures["reliability"]:
        click.echo(f"{row['from']:.1f} to {row['to']:.1f}   {row['sentences']:>9}   {row['said']:.2f}   {row['found']:.2f}")
    click.echo("\nby rule: sentences, found by rules / evidence / model / all, named right")
    for rule, row in figures["rules"].items():
        found = " / ".join(f"{row['found'][name]:>2}" for name in ("rules", "evidence", "model", "all"))
        click.echo(f"  {rule:<28} {row['sentences']:>3}   {found}   named {row['named']:>2}")


def _pair(shares: dict[str, Any]) -> str:
    return ", ".join(
        f"{name} {row['share']} ({row['hits']}/{row['of']}; {row['interval'][0]:.2f} to {row['interval'][1]:.2f})"
        for name, row in shares.items()
    )
