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
from lint.pipeline.settings import Settings
from lint.pipeline.words import project_words
from lint.types.settings import SOURCES
from lint.types.text import Source

if TYPE_CHECKING:
    from lint.pipeline.store import Store


def settings_of(config: Config, *, today: str | None = None, labels: tuple[Path, ...] = (), **options: Any) -> Settings:
    """The settings of a run; `options` are settings that were given: they go before the configuration and all its overrides."""
    given = tuple((name, value) for name, value in options.items() if value)
    base = Settings(
        today=today or datetime.date.today().isoformat(),
        root=config.root,
        jurisdiction=config.jurisdiction,
        kind=config.kind,
        drug=config.drug.lower(),
        words=project_words(config.words, config.word_lists, config.dictionaries),
        select=config.select,
        ignore=config.ignore,
        severity=config.severity,
        preview=config.preview,
        references=config.references,
        labels=labels,
        sources=frozenset(SOURCES) if config.models == "on" else frozenset(SOURCES) - {"model"},
        min_confidence=config.min_confidence,
        judge=config.judge,
        rules=config.rules,
        rule_packs=config.rule_packs,
        plugins=config.plugins,
        decisions=config.decisions,
        never_suppress=config.never_suppress,
        baseline=config.baseline,
        include=config.include,
        exclude=config.exclude,
        not_texts=config.word_lists,
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
