"""What lies where Spark reads and writes: any file system that Hadoop knows, local ones among them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lint.cluster.session import said
from lint.errors import LeaflintError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_SCHEME = re.compile(r"[A-Za-z][\w+.-]+:/")  # two letters at least: C:/pages is a folder of Windows
_MAGIC = re.compile(r"[*?\[{]")
SEEN = 100  # files of a folder that are looked at to see what it holds


class Storage:
    """The file systems of a session. Every answer may raise LeaflintError, naming the address that cannot be used."""

    def __init__(self, spark: SparkSession) -> None:
        self._jvm: Any = spark.sparkContext._jvm
        self._conf: Any = spark.sparkContext._jsc.hadoopConfiguration()

    def is_local(self, path: str) -> bool:
        """Whether a path as typed means a file of this machine: it names no scheme, and Hadoop's own file system is no other."""
        if _SCHEME.match(path):
            return False
        return str(self._conf.get("fs.defaultFS", "file:///")).startswith("file:")

    def address(self, path: str) -> str:
        """A path as Spark is to be given it: one of this machine counts from the working folder, wherever Java was started."""
        return str(Path.cwd() / path) if self.is_local(path) else path

    def whole(self, path: str) -> str:
        """The address in full, as Spark names what it reads there."""
        return str(self._system(path).makeQualified(self._path(path)).toString())

    def exists(self, path: str) -> bool:
        """Whether there is a file or folder; of a pattern, whether anything fits it."""
        try:
            if is_pattern(path):
                return bool(self._system(path).globStatus(self._path(path)))
            return bool(self._system(path).exists(self._path(path)))
        except Exception as error:
            raise unusable(path, error) from None

    def is_folder(self, path: str) -> bool:
        """Whether it is a folder."""
        try:
            return not is_pattern(path) and bool(self._system(path).getFileStatus(self._path(path)).isDirectory())
        except Exception as error:
            raise unusable(path, error) from None

    def names(self, path: str) -> list[str]:
        """The names of the first files in a folder and below, of those that hold data."""
        try:
            return list(islice((name for name in self._files(path) if not name.startswith(("_", "."))), SEEN))
        except Exception as error:
            raise unusable(path, error) from None

    def write(self, path: str, text: str) -> None:
        """Writes a small file."""
        try:
            out = self._system(path).create(self._path(path))
            out.write(bytearray(text, "utf-8"))
            out.close()
        except Exception as error:
            raise LeaflintError(f"{path}: cannot be written: {said(error)}") from None

    def _files(self, path: str) -> Iterator[str]:
        found = self._system(path).listFiles(self._path(path), True)
        while found.hasNext():
            yield str(found.next().getPath().getName())

    def _path(self, path: str) -> Any:
        return self._jvm.org.apache.hadoop.fs.Path(self.address(path))

    def _system(self, path: str) -> Any:
        try:
            return self._path(path).getFileSystem(self._conf)
        except Exception as error:
            raise unusable(path, error) from None


def unusable(path: str, error: Exception) -> LeaflintError:
    """The error that says why an address cannot be read."""
    return error if isinstance(error, LeaflintError) else LeaflintError(f"{path}: cannot be read: {said(error)}")


def is_pattern(path: str) -> bool:
    """Whether a path is a pattern such as hdfs://pages/*.md."""
    return _MAGIC.search(path) is not None


def above_pattern(path: str) -> str:
    """The folder of a pattern, as far as it has none."""
    found = _MAGIC.search(path)
    return path[: found.start()].rpartition("/")[0] if found else path
