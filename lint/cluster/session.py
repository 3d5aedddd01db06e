"""Starts Spark, or joins the one that runs, and says in one sentence why there is none."""

from __future__ import annotations

import contextlib
import logging
import os
import re
import shutil
import subprocess
import sys
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from lint.errors import LeaflintError

if TYPE_CHECKING:
    from pyspark import SparkConf
    from pyspark.sql import SparkSession

JAVA = 17  # the oldest that Spark 4 runs on
_TRIES = 4  # of a task, where Spark would try once only
LOG = Path(__file__).with_name("log4j2.properties")
_WAY = f"install Java {JAVA} or later (such as openjdk-{JAVA}-jre-headless), or set JAVA_HOME to one"
# What suits texts: small splits, since a text costs much more time than its bytes suggest, and few of them in memory at once.
_SUITED = {
    "spark.sql.files.maxPartitionBytes": "16m",
    "spark.sql.files.openCostInBytes": "64k",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "1000",
    "spark.sql.execution.arrow.maxBytesPerBatch": "16m",
}


@contextlib.contextmanager
def started(conf: Mapping[str, str]) -> Iterator[SparkSession]:
    """A Spark session with some settings; one that runs already is used as it is, and goes on running.

    Raises LeaflintError where Spark, or the Java that it needs, is not there or does not start.
    """
    warnings.filterwarnings("ignore", category=FutureWarning, module=r"pyspark\..*")
    from pyspark.sql import SparkSession

    running = SparkSession.getActiveSession()
    spark = running or _start(conf)
    given = dict(spark.sparkContext.getConf().getAll())
    for key, value in _SUITED.items():
        with contextlib.suppress(Exception):  # not every version knows every one
            spark.conf.set(key, conf.get(key, given.get(key, value)))
    logging.getLogger().addFilter(_is_news)
    try:
        yield spark
    except KeyboardInterrupt:
        spark.sparkContext.setLogLevel("OFF")  # what is broken off now fails, and would say so
        raise
    finally:
        logging.getLogger().removeFilter(_is_news)
        if running is None:
            spark.stop()


def _start(conf: Mapping[str, str]) -> SparkSession:
    from pyspark import SparkConf, SparkContext
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    if "PYSPARK_GATEWAY_PORT" not in os.environ:  # else spark-submit has started Java
        check_java()
    conf = {"spark.ui.showConsoleProgress": str(sys.stderr.isatty()).lower(), **conf}
    try:
        with told_what_to_log():
            SparkContext._ensure_initialized(conf=_given(SparkConf(), conf))  # some count only when Java starts, such as its memory
        asked = _given(SparkConf(), conf)
        asked.setIfMissing("spark.app.name", "leaflint")
        asked.set("spark.master", retrying(asked.get("spark.master") or "local[*]"))
        spark = SparkSession.builder.config(conf=asked).getOrCreate()
    except Exception as error:
        raise LeaflintError(f"Spark does not start: {said(error)}") from None
    spark.sparkContext.setLogLevel(conf.get("spark.log.level", "ERROR"))
    return spark


def _is_news(record: logging.LogRecord) -> bool:
    """Not what py4j logs, with its trace, when it is interrupted: whoever interrupted it knows."""
    return not str(record.msg).startswith("KeyboardInterrupt while sending")


@contextlib.contextmanager
def told_what_to_log() -> Iterator[None]:
    """Java that starts within the block logs errors only, from its first line on, unless the user has a log4j2.properties."""
    before = os.environ.get("SPARK_SUBMIT_OPTS", "")  # of Java's own options this is the one that adds to what others say
    home = os.environ.get("SPARK_CONF_DIR") or os.path.join(os.environ.get("SPARK_HOME", ""), "conf")  # noqa: PTH118 - "" is no folder
    if "log4j2.configurationFile" not in before and not Path(home, "log4j2.properties").exists():
        os.environ["SPARK_SUBMIT_OPTS"] = f"{before} -Dlog4j2.configurationFile={LOG.as_uri()}".strip()
    try:
        yield
    finally:
        os.environ["SPARK_SUBMIT_OPTS"] = before


def _given(asked: SparkConf, conf: Mapping[str, str]) -> SparkConf:
    for key, value in conf.items():
        asked.set(key, value)
    return asked


def retrying(master: str) -> str:
    """The master with more than one try for a task: on one machine Spark gives up at the first failure unless told otherwise."""
    found = re.fullmatch(r"local(?:\[(\*|\d+)\])?", master)
    return f"local[{found[1] or 1},{_TRIES}]" if found else master


def check_java() -> None:
    """Raises LeaflintError where the Java that Spark would use is missing or too old."""
    home = os.environ.get("JAVA_HOME")
    java = shutil.which("java", path=str(Path(home) / "bin")) if home else shutil.which("java")
    if java is None:
        raise LeaflintError(f"Spark needs Java, and there is none{f' in JAVA_HOME ({home})' if home else ''}: {_WAY}")
    told = subprocess.run([java, "-version"], capture_output=True, text=True, check=False)
    found = re.search(r'version "(?:1\.)?(\d+)', told.stderr + told.stdout)
    if found is None or int(found[1]) < JAVA:
        what = f"is Java {found[1]}" if found else "does not say its version"
        raise LeaflintError(f"Spark needs Java {JAVA}, and {java} {what}: {_WAY}")


def said(error: BaseException) -> str:
    """What an error of Spark says, in one line: how a Python process ended, else the reason that Java gives last, else its first line."""
    text = str(error)
    causes = re.findall(r"^(?:Caused by)?: [\w.$]+: (.+)$", text, re.MULTILINE)
    raised = re.findall(r"^(?:\w+\.)*\w*(?:Error|Exception): .+$", text, re.MULTILINE) if "Traceback" in text else []
    lines = [line.strip() for line in (raised[:1] or causes[-1:] or text.splitlines()) if line.strip()]
    return lines[0] if lines else type(error).__name__
