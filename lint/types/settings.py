"""Settings that several parts share."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class JudgeSettings:
    """Where and how to ask a judge; nothing leaves the machine without it."""

    url: str  # of an OpenAI-compatible endpoint, up to and without /chat/completions
    model: str
    key_env: str = "LEAFLINT_JUDGE_KEY"  # the environment variable that holds the key; empty or unset: none is sent
    budget: int = 50  # questions in one run; answers that are kept do not count
    timeout: float = 20.0  # seconds for one question
