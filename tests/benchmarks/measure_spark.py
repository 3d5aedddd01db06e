"""Spark beside one machine: python tests/benchmarks/measure_spark.py [--pages 2000] [--words 765] [--price 0.05] [--cores 2]

Makes pages with copies, edited copies, other doses and leftovers, and reviews all of them and a quarter of them: with the local engine,
on Spark as few pages are compared, and on Spark by the steps for many pages. Time is that of the processor, as the operating system
counts it for all processes of a run: other work on the machine does not change it much. What the other three quarters add is the time of
a page; the rest is start-up. Says whether the findings are the same, and prints the table of docs/cluster.md: what 10^6, 10^7 and 10^8
pages would take, and cost at a price for an hour of a core. Runs on Linux.
"""

from __future__ import annotations

import argparse
import contextlib
import ctypes
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
MANY = "import lint.cluster.across as steps; steps.FEW = 0; from lint.cli import main; main()"
FEW = "from lint.cli import main; main()"
SIZES = (10**6, 10**7, 10**8)
_SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER
_LOOK = 0.3  # seconds between looks at what processes have used
CLUSTER = (64, 1024)  # cores


def entries(folder: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The findings of each document in a directory of JSON Lines."""
    for part in folder.glob("part-*"):
        for line in part.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield f"{row['path']}\0{row['part']}", [_plain(finding) for finding in row["findings"]]


def reported(file: Path) -> Mapping[str, list[dict[str, Any]]]:
    """The findings of each document in a JSON report."""
    report = json.loads(file.read_text(encoding="utf-8"))
    found: dict[str, list[dict[str, Any]]] = {f"{one['path']}\0{one['part']}": [] for one in report["documents"]}
    for finding in report["findings"]:
        found[f"{finding['path']}\0{finding['part']}"].append(_plain(finding))
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items() if inner is not None}
    return [_plain(inner) for inner in value] if isinstance(value, list) else value


def timed(code: str, folder: Path, pages: str, arguments: list[str]) -> float:
    """The seconds of a core that a check takes, with all its processes."""
    command = [sys.executable, "-c", code, "check", pages, "--no-cache", "--fail-on", "never", *arguments]
    environment, used = {**os.environ, "PYTHONPATH": str(ROOT)}, dict[int, float]()
    with (folder / "told").open("w") as told:
        running = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=told)
        while running.poll() is None:
            used |= dict(_used())
            time.sleep(_LOOK)
    if running.returncode:
        raise SystemExit(f"{' '.join(arguments)} ended with {running.returncode}: {(folder / 'told').read_text()[-2000:]}")
    return sum(used.values())


def _used() -> Iterator[tuple[int, float]]:
    """The seconds of a core that each process below this one has taken so far. Those that outlive their parent count too."""
    parents: dict[int, int] = {}
    seconds: dict[int, float] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = path.read_text().rpartition(")")[2].split()
            parents[int(path.parent.name)] = int(fields[1])
            seconds[int(path.parent.name)] = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    for process in parents:
        above = process
        while above in parents and parents[above] != os.getpid():
            above = parents[above]
        if above in parents:
            yield process, seconds[process]


def table(seconds: Mapping[str, float], price: float, cores: int) -> Iterator[str]:
    """The rows of the table; `seconds`: of a core for a page."""
    local, spark = seconds["local"], seconds["Spark, many pages"]
    yield f"| pages | one machine, {cores} cores | one machine, 16 cores | {' | '.join(f'Spark, {n:,} cores' for n in CLUSTER)} |"
    yield "|---" * (3 + len(CLUSTER)) + "|"
    for size in SIZES:
        times = [*(_time(size * local / n) for n in (cores, 16)), *(_time(size * spark / n) for n in CLUSTER)]
        costs = [*(2 * [size * local / 3600 * price]), *(len(CLUSTER) * [size * spark / 3600 * price])]
        yield (
            f"| {size:,} | "
            + " | ".join(f"{took}, ${cost:,.{0 if cost >= 10 else 2}f}" for took, cost in zip(times, costs, strict=True))
            + " |"
        )


def _time(seconds: float) -> str:
    minutes, hours, days = seconds / 60, seconds / 3600, seconds / 86400
    return f"{minutes:.0f} min" if minutes < 100 else f"{hours:.0f} h" if hours < 72 else f"{days:.0f} days"


def main() -> None:
    """Prints rates, whether the findings are the same, and the table."""
    ctypes.CDLL(None).prctl(_SUBREAPER, 1)  # processes whose parent has ended become this one's, so that their time is known
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--words", type=int, default=765)
    parser.add_argument("--price", type=float, default=0.05, help="dollars for an hour of a core")
    parser.add_argument("--cores", type=int, default=2, help="cores to measure with")
    options = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    from tests.cluster.pages import write_pages

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        counts = {"some": options.pages // 4, "all": options.pages}
        words = {size: write_pages(folder / size, count, options.words) for size, count in counts.items()}
        print(f"{options.pages} pages, {words['all']:,} words, {options.cores} cores")
        spark = ["--engine", "spark", "--spark-conf", f"spark.master=local[{options.cores}]"]
        spark += ["--spark-conf", f"spark.sql.shuffle.partitions={4 * options.cores}", "--format"]
        runs: Mapping[str, tuple[str, Callable[[str], list[str]]]] = {
            "local": (FEW, lambda size: ["--workers", str(options.cores), "--format", f"json:{size}.json"]),
            "Spark": (FEW, lambda size: [*spark, f"jsonl:{size}-few"]),
            "Spark, many pages": (MANY, lambda size: [*spark, f"jsonl:{size}-many"]),
        }
        seconds: dict[str, float] = {}
        for engine, (code, arguments) in runs.items():
            some, every = (timed(code, folder, size, arguments(size)) for size in counts)
            page = (every - some) / (counts["all"] - counts["some"])
            seconds[engine] = page
            rate = words["all"] / options.pages / seconds[engine]
            print(
                f"{engine}: {every:.0f} s of a core for all, {some:.0f} s for a quarter: {seconds[engine] * 1000:.1f} ms for a page "
                f"({rate:,.0f} words a second and core), {max(0.0, some - page * counts['some']):.0f} s to start",
                flush=True,
            )
        expected = reported(folder / "all.json")
        total = sum(map(len, expected.values()))
        for kind in ("few", "many"):
            found = dict(entries(folder / f"all-{kind}"))
            print(f"findings on Spark, {kind} pages: {'the same' if found == expected else 'NOT the same'} {total:,}")
    print()
    print(*table(seconds, options.price, options.cores), sep="\n")


if __name__ == "__main__":
    main()
