"""The project's configuration: leaflint.toml, or [tool.leaflint] in pyproject.toml, of the nearest folder that has one."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lint.errors import LeaflintError
from lint.types.settings import JudgeSettings

JURISDICTIONS = ("US", "UK", "EU")
KINDS = ("auto", "leaflet", "article", "blurb")
FAIL_ON = ("error", "warning", "info", "never")
SEVERITIES = ("error", "warning", "info")
KEYS = (
    "jurisdiction", "kind", "fail-on", "words", "word-lists", "references", "rules", "include", "exclude", "disable", "severity",
    "require-reference", "judge",
)  # fmt: skip

_JUDGE_KEYS = frozenset(["url", "model", "key-env", "budget", "timeout"])


@dataclass(frozen=True, slots=True)
class Config:
    """What a project sets; the command line goes before it."""

    path: Path | None = None  # the file it came from; None: the defaults
    jurisdiction: str = "US"
    kind: str = "auto"
    fail_on: str = "error"
    words: tuple[str, ...] = ()  # words of the project that count as spelt right
    word_lists: tuple[Path, ...] = ()  # plain lists of such words, one a line
    references: tuple[Path, ...] = ()  # folders of references, looked up before the shipped ones
    rules: Path | None = None  # a folder of rules instead of the shipped ones
    include: tuple[str, ...] = ()  # globs below a folder given to check
    exclude: tuple[str, ...] = ()
    disable: tuple[str, ...] = ()  # codes or names of rules that are off
    severity: tuple[tuple[str, str], ...] = ()  # rule: severity
    require_reference: bool = False
    judge: JudgeSettings | None = None  # an endpoint that is asked where the comparison abstains; None: nothing leaves the machine


def load_config(explicit: Path | None = None, start: Path | None = None) -> Config:
    """The configuration in an explicit file, else in the nearest folder upwards. Raises LeaflintError naming file and key."""
    if explicit is not None:
        return _read(explicit, named=True)
    folder = (start or Path.cwd()).resolve()
    for parent in (folder, *folder.parents):
        for name in ("leaflint.toml", ".leaflint.toml", "pyproject.toml"):
            if (parent / name).is_file() and (name != "pyproject.toml" or _has_table(parent / name)):
                return _read(parent / name)
    return Config(references=_project_references(folder))


def _project_references(folder: Path) -> tuple[Path, ...]:
    """The folder `references` of the project, if references stand in it; a folder of that name with other things is not meant."""
    own = folder / "references"
    marked = (path for path in own.glob("*.yaml") if b"schema: leaflint-reference" in path.read_bytes()[:2000])
    return (own,) if own.is_dir() and next(marked, None) else ()


def _has_table(path: Path) -> bool:
    return b"[tool.leaflint" in path.read_bytes()


def _read(path: Path, *, named: bool = False) -> Config:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise LeaflintError(f"{path}: cannot be read: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LeaflintError(f"{path}: not valid TOML: {error}") from None
    table = data.get("tool", {}).get("leaflint", {}) if path.name == "pyproject.toml" else data
    return _Table(path, table).config()


@dataclass(slots=True)
class _Table:
    """Reads keys with their types; the first fault of each key is raised together with the others."""

    path: Path
    data: Mapping[str, Any]

    def config(self) -> Config:
        faults = [self._unknown(key) for key in self.data if key not in KEYS]
        if faults:
            raise LeaflintError("\n".join(faults))
        return Config(
            path=self.path,
            jurisdiction=self._choice("jurisdiction", "US", JURISDICTIONS),
            kind=self._choice("kind", "auto", KINDS),
            fail_on=self._choice("fail-on", "error", FAIL_ON),
            words=self._texts("words"),
            word_lists=self._paths("word-lists"),
            references=self._paths("references") or _project_references(self.path.parent),
            rules=next(iter(self._paths("rules")), None),
            include=self._texts("include"),
            exclude=self._texts("exclude"),
            disable=self._texts("disable"),
            severity=self._severities(),
            require_reference=self._flag("require-reference"),
            judge=self._judge(),
        )

    def _unknown(self, key: str) -> str:
        close = difflib.get_close_matches(key, KEYS, 1)
        hint = f"did you mean {close[0]!r}?" if close else f"known keys are {', '.join(KEYS)}"
        return f"{self.path}: unknown key {key!r}: {hint}"

    def _wrong(self, key: str, wanted: str) -> LeaflintError:
        return LeaflintError(f"{self.path}: {key!r} must be {wanted}")

    def _choice(self, key: str, default: str, choices: tuple[str, ...]) -> str:
        value = self.data.get(key, default)
        if value not in choices:
            raise self._wrong(key, f"one of {', '.join(choices)}, not {value!r}")
        return str(value)

    def _texts(self, key: str) -> tuple[str, ...]:
        value = self.data.get(key, [])
        if isinstance(value, str) or not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self._wrong(key, "a list of texts")
        return tuple(value)

    def _paths(self, key: str) -> tuple[Path, ...]:
        value = self.data.get(key, [])
        texts = (value,) if isinstance(value, str) else self._texts(key)
        return tuple(self.path.parent / text for text in texts)

    def _flag(self, key: str) -> bool:
        value = self.data.get(key, False)
        if not isinstance(value, bool):
            raise self._wrong(key, "true or false")
        return value

    def _judge(self) -> JudgeSettings | None:
        table = self.data.get("judge")
        if table is None:
            return None
        if not isinstance(table, dict) or not set(table) <= _JUDGE_KEYS or not all(isinstance(table.get(k), str) for k in ("url", "model")):
            raise self._wrong("judge", f"a table with url and model, and maybe {', '.join(sorted(_JUDGE_KEYS - {'url', 'model'}))}")
        if not table["url"].startswith(("http://", "https://")):
            raise self._wrong("judge", "a table whose url begins with http:// or https://")
        budget, timeout = table.get("budget", 50), table.get("timeout", 20)
        if not isinstance(budget, int) or not isinstance(timeout, int | float) or budget < 0 or timeout <= 0:
            raise self._wrong("judge", "a table whose budget is a number of questions and timeout a number of seconds")
        return JudgeSettings(table["url"], table["model"], str(table.get("key-env", "LEAFLINT_JUDGE_KEY")), budget, float(timeout))

    def _severities(self) -> tuple[tuple[str, str], ...]:
        value = self.data.get("severity", {})
        if not isinstance(value, dict) or not all(item in SEVERITIES for item in value.values()):
            raise self._wrong("severity", f"a table of rules, each {', '.join(SEVERITIES)}")
        return tuple(value.items())
