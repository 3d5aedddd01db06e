"""The keys of the configuration: one line each declares a key's name, kind, default and help."""

# ruff: noqa: RUF009 - the functions called make dataclass fields

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from lint.config import keys
from lint.config.keys import SEVERITIES, Key
from lint.config.override import Override
from lint.types import settings
from lint.types.settings import JURISDICTIONS, CmsFields, JudgeSettings

KINDS = ("auto", *settings.KINDS)
FAIL_ON = ("error", "warning", "info", "never")


@dataclass(frozen=True, slots=True)
class Config:
    """What a project sets; the command line goes before it. A field `fail_on` is the key `fail-on`."""

    path: Path | None = None  # the file it came from; None: the defaults
    root: Path = Path()  # the project's folder: where the file lies, else the working folder
    overrides: tuple[Override, ...] = ()  # values for some files; later ones go before earlier ones

    jurisdiction: str = keys.choice("US", JURISDICTIONS, "Whose label and rules to follow.", per_file=True)
    kind: str = keys.choice("auto", KINDS, "What the texts are; decides which statements are due.", per_file=True)
    drug: str = keys.text("", "What the texts are about; goes before what they say themselves.", per_file=True)
    fail_on: str = keys.choice("error", FAIL_ON, "The weakest finding that ends a run with 1.")
    select: tuple[str, ...] = keys.texts("Only these rules (codes, names or families such as CLM) are applied.", per_file=True)
    ignore: tuple[str, ...] = keys.texts("These rules (codes, names or families such as CLM) are not applied.", per_file=True)
    severity: tuple[tuple[str, str], ...] = keys.severities("Rules or families with the severity that the project gives them.")
    preview: bool = keys.flag("Apply rules that are still being tried.")
    include: tuple[str, ...] = keys.texts("Globs that a file found in a folder must fit.")
    exclude: tuple[str, ...] = keys.texts("Globs of files in a folder that are not checked.")
    cms: tuple[CmsFields, ...] = keys.cms("Which fields of JSON, JSON Lines and CSV files are texts.")
    words: tuple[str, ...] = keys.texts("Words of the project that count as spelt right.")
    word_lists: tuple[Path, ...] = keys.paths("Plain lists of such words, one a line.")
    dictionaries: tuple[Path, ...] = keys.paths("Hunspell dictionaries (.dic, its .aff beside it) whose words count as spelt right.")
    references: tuple[Path, ...] = keys.paths("Folders of references, looked up before leaflint's own.")
    require_reference: bool = keys.flag("End with 3 when a text's medicine has no reference.")
    rules: Path | None = keys.path("A folder of rules instead of leaflint's own.")
    rule_packs: tuple[Path, ...] = keys.paths("Folders of rules besides those.")
    plugins: tuple[str, ...] = keys.texts("Installed packages, by the name of their entry point, whose rules and checks apply.")
    decisions: Path | None = keys.path("The file of decisions on findings. [default: decisions.toml, where there is one]")
    never_suppress: tuple[str, ...] = keys.texts("Rules or families whose errors no suppression may hide.")
    baseline: Path | None = keys.path("The folder of the baseline: findings that were there when it was taken do not count.")
    boilerplate: tuple[Path, ...] = keys.paths("Files or folders of approved texts: pages may share them and must not change them.")
    no_cache: bool = keys.flag("Keep no reviews between runs.")
    models: str = keys.choice("on", ("on", "off"), "Whether a model proposes claims in words that no rule lists.")
    min_confidence: float | None = keys.share("The least probability of what the model proposes; lower finds more.", per_file=True)
    judge: JudgeSettings | None = keys.judge("An endpoint that is asked where the comparison abstains; else nothing leaves the machine.")


KEYS: Mapping[str, Key] = {
    f.name.replace("_", "-"): f.metadata["key"] for f in fields(Config) if "key" in f.metadata
}  # by their name in the file
NOT_VALUES = ("extend", "required-version", "overrides")  # keys that say how the file is to be read

__all__ = ["FAIL_ON", "JURISDICTIONS", "KEYS", "KINDS", "NOT_VALUES", "SEVERITIES", "Config"]
