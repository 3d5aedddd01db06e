"""Generated histories: a text is edited, renamed, changes its line ends, and meets a main branch that goes on."""

from __future__ import annotations

import random

from tests.changes.conftest import Repository


def numbered(count: int, start: int = 0) -> list[str]:
    return [f"Line {number} says something of its own." for number in range(start, start + count)]


def edited(lines: list[str], chance: random.Random, fresh: int) -> list[str]:
    """Some lines replaced, some put in, some taken out; every new line is one that never was."""
    made, new = list[str](), iter(numbered(1000, fresh))
    for line in lines:
        kind = chance.choice(["keep"] * 18 + ["replace", "insert", "drop"])
        made += {"keep": [line], "replace": [next(new)], "insert": [line, next(new)], "drop": []}[kind]
    return made or [next(new)]


def make(repository: Repository, seed: int, *, length: int = 40, steps: int = 4) -> tuple[str, list[str], list[str]]:
    """A history on the branch `work`: the text's name at its end, its lines on `main`, its lines now."""
    chance = random.Random(seed)
    end = chance.choice(["\n", "\r\n"])
    before = numbered(length)
    repository.write("a.md", end.join(before) + end)
    repository.write("other.md", "x\n")
    repository.commit()
    repository.git("checkout", "-q", "-b", "work")
    name, now = "a.md", before
    for step in range(steps):
        now = edited(now, chance, 1000 * (step + 1))
        if chance.random() < 0.5:
            repository.git("mv", name, f"b{step}.md")
            name = f"b{step}.md"
        if chance.random() < 0.5:
            end = chance.choice(["\n", "\r\n"])
        repository.write(name, end.join(now) + chance.choice([end, ""]))
        repository.commit()
        repository.git("checkout", "-q", "main")
        repository.write("other.md", f"{step}\n")
        repository.commit()
        repository.git("checkout", "-q", "work")
        if chance.random() < 0.5:
            repository.git("merge", "-q", "--no-edit", "main")
    return name, before, now
