"""From configuration and options to the settings of a run."""

from __future__ import annotations

import contextlib
import datetime
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lint.config import Config
from lint.errors import LeaflintError
from lint.pipeline.settings import Settings

if TYPE_CHECKING:
    from lint.pipeline.store import Store
from lint.types.text import Source


def settings_of(config: Config, *, today: str | None = None, labels: tuple[Path, ...] = (), **options: Any) -> Settings:
    """The settings of a run; `options` are settings that were given: they go before the configuration and all its overrides."""
    given = tuple((name, value) for name, value in options.items() if value)
    base = Settings(
        today=today or datetime.date.today().isoformat(),
        root=config.root,
        jurisdiction=config.jurisdiction,
        kind=config.kind,
        drug=config.drug.lower(),
        words=frozenset(word.lower() for word in (*config.words, *_listed(config.word_lists))),
        select=config.select,
        ignore=config.ignore,
        severity=config.severity,
        preview=config.preview,
        references=config.references,
        labels=labels,
        judge=config.judge,
        rules=config.rules,
        rule_packs=config.rule_packs,
        plugins=config.plugins,
        decisions=config.decisions,
        never_suppress=config.never_suppress,
        baseline=config.baseline,
        include=config.include,
        exclude=config.exclude,
        overrides=config.overrides,
        boilerplate=config.boilerplate,
        cms=config.cms,
    )
    return replace(base.changed(given), given=given)


def stdin_source(name: str) -> Source:
    """What stands on standard input, as a file of some name."""
    return Source(name, sys.stdin.buffer.read())


@contextlib.contextmanager
def opened(config: Config | None) -> Iterator[Store | None]:
    """The reviews kept between runs, or None where nothing is to be kept."""
    if config is None or config.no_cache:
        yield None
        return
    from lint.kept import cache_folder
    from lint.pipeline.store import NAME, Store

    with Store(cache_folder() / NAME) as store:
        yield store


def _listed(paths: tuple[Path, ...]) -> list[str]:
    words: list[str] = []
    for path in paths:
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise LeaflintError(f"{path}: cannot be read as a list of words: {error}") from None
        words += [line.split("#")[0].strip() for line in lines if line.split("#")[0].strip()]
    return words
