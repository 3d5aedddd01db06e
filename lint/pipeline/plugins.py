"""Rules, checks and reports of other installed packages, asked for by name; what is wrong with one is its own gap, never the run's end.

A package offers them as entry points: a folder of rules under `leaflint.rules`, a check under `leaflint.checks`, a reporter under
`leaflint.reporters`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from lint.errors import LeaflintError
from lint.reporters import Reporter
from lint.types.review import Skipped

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from lint.checks import Check
    from lint.rulebook import Rulebook

PLUGIN = "plugin: "  # how a Skipped of a plugin begins
_GROUPS = ("leaflint.rules", "leaflint.checks")


@dataclass(frozen=True)
class Plugins:
    """What the plugins of a run give."""

    rules: Mapping[str, Path] = field(default_factory=dict)  # folders of rules by plugin
    checks: Mapping[str, Check] = field(default_factory=dict)
    gaps: tuple[Skipped, ...] = ()  # what was asked for and does not work


def load_plugins(names: Sequence[str]) -> Plugins:
    """The plugins with these names. Raises LeaflintError for one that is not installed; one that fails to load is a gap."""
    rules: dict[str, Path] = {}
    checks: dict[str, Check] = {}
    gaps: list[Skipped] = []
    points = {(point.group, point.name): point for group in _GROUPS for point in _points(group)} if names else {}
    for name in names:
        found = [points[group, name] for group in _GROUPS if (group, name) in points]
        if not found:
            installed = ", ".join(sorted({known for _, known in points})) or "none"
            raise LeaflintError(f"there is no plugin {name!r} (installed: {installed}): install its package, or take it out of 'plugins'")
        for point in found:
            try:
                loaded = point.load()
                if point.group == "leaflint.rules":
                    rules[name] = _folder(loaded)
                else:
                    checks[name] = _callable(loaded)
            except Exception as error:  # whatever another package does, the run goes on and says so
                gaps.append(_gap(point.group, name, error))
    return Plugins(rules, checks, tuple(gaps))


def load_rules(folder: Path | None, packs: Sequence[Path], plugins: Plugins) -> tuple[Rulebook, tuple[Skipped, ...]]:
    """The rules of a folder, the project's packs and the plugins. Raises LeaflintError for the project's own; a plugin's are a gap."""
    from lint.rulebook import load_rulebook

    gaps: list[Skipped] = []
    rulebook, sound = load_rulebook(folder, packs), list(packs)
    for name, path in plugins.rules.items():
        try:
            rulebook = load_rulebook(folder, (*sound, path))
            sound.append(path)
        except LeaflintError as error:
            gaps.append(_gap("leaflint.rules", name, error))
    return rulebook, tuple(gaps)


def load_reporter(name: str) -> Reporter | None:
    """The report of an installed package, or None. Raises LeaflintError when it cannot be loaded."""
    for point in _points("leaflint.reporters"):
        if point.name != name:
            continue
        try:
            _callable(point.load())
        except Exception as error:
            raise LeaflintError(f"the format {name!r} of an installed package does not load: {type(error).__name__}: {error}") from None
        return Reporter(point.module, point.attr)
    return None


def _points(group: str) -> Iterable[EntryPoint]:
    from importlib import metadata  # takes a hundredth of a second: only who asks for plugins pays for it

    return metadata.entry_points(group=group)


def _folder(loaded: Any) -> Path:
    path = Path(str(loaded.__path__[0] if isinstance(loaded, ModuleType) else loaded() if callable(loaded) else loaded))
    if not path.is_dir():
        raise NotADirectoryError(f"{path} is no folder of rules")
    return path


def _callable(loaded: Any) -> Any:
    if not callable(loaded):
        raise TypeError(f"{loaded!r} cannot be called")
    return loaded


def _gap(group: str, name: str, error: Exception) -> Skipped:
    return Skipped(name, "", f"{PLUGIN}{group}", f"{type(error).__name__}: {error}" if not isinstance(error, LeaflintError) else str(error))
