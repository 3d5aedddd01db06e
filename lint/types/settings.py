"""Settings that several parts share."""

from __future__ import annotations

from dataclasses import dataclass

JURISDICTIONS = ("US", "UK", "EU")  # whose label and rules are followed
KINDS = ("leaflet", "article", "blurb")  # of text; decides which statements are due
SOURCES = ("rules", "evidence", "model")  # what claims are looked for with: patterns, comparison with the reference, the model


@dataclass(frozen=True, slots=True)
class JudgeSettings:
    """Where and how to ask a judge; nothing leaves the machine without it."""

    url: str  # of an OpenAI-compatible endpoint, up to and without /chat/completions
    model: str
    key_env: str = "LEAFLINT_JUDGE_KEY"  # the environment variable that holds the key; empty or unset: none is sent
    budget: int = 50  # questions in one run; answers that are kept do not count
    timeout: float = 20.0  # seconds for one question


@dataclass(frozen=True, slots=True)
class CmsFields:
    """Which fields of a content system's export are documents."""

    fields: tuple[str, ...]  # names of fields at any depth, or paths from the record such as /sections/*/body
    files: tuple[str, ...] = ()  # patterns as in .gitignore; empty: every .json, .jsonl and .csv file
    format: str = "text"  # what the fields hold: text | markdown | html
