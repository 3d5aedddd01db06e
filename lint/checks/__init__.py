"""The checks by name: an explicit table. A check is `check(text, brief) -> Outcome`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lint.checks import claims, duplicates, safety, spelling
from lint.checks.brief import Brief, Outcome
from lint.types.text import Text

Check = Callable[[Text, Brief], Outcome]

CHECKS: Mapping[str, Check] = {
    "spelling": spelling.check,
    "duplicates": duplicates.check,
    "claims": claims.check,
    "safety": safety.check,
}

__all__ = ["CHECKS", "Brief", "Check", "Outcome"]
