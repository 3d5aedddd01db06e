"""Rows that are used more than once: they stay on the disks of the executors, worked out again where one is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


class Persisted:
    """The rows that a run keeps, until it lets go of all."""

    def __init__(self) -> None:
        self._frames: list[DataFrame] = []

    def __call__(self, frame: DataFrame) -> DataFrame:
        """The rows, persisted from the first time they are used, without the plan that led to them.

        Spark looks through the whole plan of everything that is made of a frame; where frames are used several times each, that soon
        takes longer than the work. The rows know by themselves how to be worked out again.
        """
        from py4j.protocol import Py4JError, Py4JJavaError
        from pyspark import StorageLevel
        from pyspark.sql import DataFrame

        self._frames.append(frame.persist(StorageLevel.DISK_ONLY))
        session, java = frame.sparkSession, self._frames[-1]._jdf
        scala: Any = session._jsparkSession
        try:
            return DataFrame(scala.internalCreateDataFrame(java.queryExecution().toRdd(), java.schema(), False), session)
        except Py4JError as error:  # what is not public may change: then it only takes longer
            if isinstance(error, Py4JJavaError):
                raise
            return self._frames[-1]

    def release(self) -> None:
        """Lets go of everything."""
        for frame in self._frames:
            frame.unpersist()
        self._frames.clear()
