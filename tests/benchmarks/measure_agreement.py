"""Agreement of two annotations of the beginning of set 11: python tests/benchmarks/measure_agreement.py

Prints Cohen's kappa of "the line holds a claim", how often the rules and the quotes are the same, and the agreement of each rule (twice
the lines that both gave it, over the lines that either did). The figures stand in corpus/sentences/GUIDE.md.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[2] / "corpus/sentences"
Row = dict[str, Any]


def read(path: Path) -> list[Row]:
    """The lines of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def kappa(first: list[bool], second: list[bool]) -> float:
    """Cohen's kappa of two yes-or-no annotations of the same lines."""
    n = len(first)
    yes_first, yes_second = sum(first) / n, sum(second) / n
    seen = sum(a == b for a, b in zip(first, second, strict=True)) / n
    chance = yes_first * yes_second + (1 - yes_first) * (1 - yes_second)
    return 1.0 if chance == 1 else (seen - chance) / (1 - chance)


def rules(row: Row) -> set[str]:
    """The rules of a line's claims."""
    return {claim["rule"] for claim in row["claims"]}


def overlap(text: str, one: str, other: str) -> bool:
    """Whether two quotes share at least half of the shorter one."""
    start, start_other = text.find(one), text.find(other)
    shared = min(start + len(one), start_other + len(other)) - max(start, start_other)
    return 2 * shared >= min(len(one), len(other))


def main() -> None:
    """Prints the figures."""
    second = read(FOLDER / "agreement/set11-second.jsonl")
    first = read(FOLDER / "agreement/set11-first.jsonl")
    pairs = [(rules(a), rules(b)) for a, b in zip(first, second, strict=True)]
    both = [(a, b) for a, b in pairs if a and b]
    print(f"kappa {kappa([bool(a) for a, _ in pairs], [bool(b) for _, b in pairs]):.2f}; with claims: {len(both)} by both")
    print(f"of these, a rule in common: {sum(bool(a & b) for a, b in both)}, all the same: {sum(a == b for a, b in both)}")
    quotes = [
        overlap(a["text"], c["quote"], d["quote"])
        for a, b in zip(first, second, strict=True)
        for c in a["claims"]
        for d in b["claims"]
        if c["rule"] == d["rule"]
    ]
    print(f"quotes of the same rule that overlap by half: {sum(quotes)} of {len(quotes)}")
    for rule in sorted({rule for a, b in pairs for rule in a | b}):
        given, again = sum(rule in a for a, _ in pairs), sum(rule in b for _, b in pairs)
        print(f"{rule:32} {given:3} {again:3}  {2 * sum(rule in a & b for a, b in pairs) / (given + again):.2f}")


if __name__ == "__main__":
    main()
