"""The checks by name: an explicit table. A check is `check(text, brief) -> Outcome`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lint.checks.brief import Brief, Outcome
from lint.checks.claims import check as check_claims
from lint.checks.duplicates import check as check_duplicates
from lint.checks.safety import check as check_safety
from lint.checks.spelling import check as check_spelling
from lint.types.text import Text

Check = Callable[[Text, Brief], Outcome]

CHECKS: Mapping[str, Check] = {
    "spelling": check_spelling,
    "duplicates": check_duplicates,
    "claims": check_claims,
    "safety": check_safety,
}

__all__ = ["CHECKS", "Brief", "Check", "Outcome"]
