"""One Spark for all tests of runs on Spark, with two processes; they are skipped, and counted, where there is no Java."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lint.cluster.session import check_java, started
from lint.cluster.worker import Job
from lint.errors import LeaflintError
from lint.pipeline.review import Reviewer
from lint.pipeline.stages import Stages
from lint.types.digest import Digest

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

ROOT = Path(__file__).parents[2]
# Small data: nothing is compiled to be quick later, no looking for better ones on the way, two parts.
SMALL = {
    "spark.master": "local[2]", "spark.ui.enabled": "false", "spark.sql.shuffle.partitions": "2", "spark.sql.adaptive.enabled": "false",
    "spark.sql.codegen.wholeStage": "false", "spark.sql.codegen.factoryMode": "NO_CODEGEN", "spark.ui.showConsoleProgress": "false",
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
}  # fmt: skip


def job_of(reviewer: Reviewer, here: str = "", standards: tuple[Digest, ...] = ()) -> Job:
    """A job whose reviewer is made already."""
    job = Job(Stages(reviewer.settings), here, {}, standards)
    job.__dict__["reviewer"] = reviewer
    return job


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests that need Spark run in one process."""
    for item in items:
        if "spark" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("spark"))


@pytest.fixture(scope="session")
def death(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file; with the end of a path in it, the process that reviews that text dies, once."""
    return tmp_path_factory.mktemp("spark") / "death"


@pytest.fixture(scope="session")
def spark(death: Path) -> Iterator[SparkSession]:
    """A session; runs in this process join it."""
    pytest.importorskip("pyspark", reason="needs leaflint[spark]")
    try:
        check_java()
    except LeaflintError as error:
        pytest.skip(str(error))
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    deadly = {
        "spark.python.daemon.module": "tests.cluster.deadly", "spark.executorEnv.PYTHONPATH": str(ROOT),
        "spark.executorEnv.LEAFLINT_TEST_DEATH": str(death),
    }  # fmt: skip
    with started({**SMALL, **deadly}) as session:
        yield session
