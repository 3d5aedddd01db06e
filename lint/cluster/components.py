"""What belongs together, directly or through others: of any number of pairs, without all of them in one place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from lint.across.union import roots
from lint.cluster.persisted import Persisted
from lint.cluster.worker import plain

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

FEW = 1_000_000  # pairs that one process can put together by itself


def components(pairs: DataFrame, kind: str, keep: Persisted, few: int = FEW) -> DataFrame | None:
    """For each member of the pairs (one, other), of an SQL type, the smallest member that it is joined with (root); None without pairs.

    Many pairs are put together by large and small stars in turn (Kiveris and others, “Connected components in MapReduce and beyond”,
    2014): each round every member hands its larger or smaller neighbours to the smallest, until nothing changes; the rounds grow with
    the logarithm of the members.
    """
    pairs = keep(pairs)
    count = pairs.count()
    if not count:
        return None
    if count <= few:
        schema = f"member {kind}, root {kind}"
        return pairs.repartition(1).mapInArrow(plain(_together, schema), schema)
    return _by_stars(pairs, keep)


def _together(rows: Iterator[tuple[Any, ...]]) -> Iterator[Sequence[Any]]:
    yield from roots((one, other) for one, other in rows).items()


def _by_stars(pairs: DataFrame, keep: Persisted) -> DataFrame:
    from pyspark.sql import functions as F

    edges = pairs.select(F.greatest("one", "other").alias("high"), F.least("one", "other").alias("low")).where("high <> low").distinct()
    before: object = None
    while True:
        after = keep(_small(_large(edges)))
        print_of = after.agg(F.count("*"), F.sum(F.xxhash64("high", "low").cast("decimal(20,0)"))).head()
        edges = after
        if print_of == before:
            break
        before = print_of
    heads = edges.select(F.col("low").alias("member"), F.col("low").alias("root")).distinct()
    return edges.select(F.col("high").alias("member"), F.col("low").alias("root")).union(heads)


def _large(edges: DataFrame) -> DataFrame:
    """Every member hands its larger neighbours to the smallest of all its neighbours and itself."""
    from pyspark.sql import functions as F

    both = edges.union(edges.select(F.col("low").alias("high"), F.col("high").alias("low"))).toDF("of", "by")
    least = both.groupBy("of").agg(F.least("of", F.min("by")).alias("least"))
    return both.join(least, "of").where("by > of").select(F.col("by").alias("high"), F.col("least").alias("low")).distinct()


def _small(edges: DataFrame) -> DataFrame:
    """Every member hands its smaller neighbours, and itself, to the smallest of them."""
    from pyspark.sql import functions as F

    least = edges.groupBy("high").agg(F.min("low").alias("least"))
    others = edges.join(least, "high").where("low <> least").select(F.col("low").alias("high"), F.col("least").alias("low"))
    return others.union(least.select("high", F.col("least").alias("low"))).distinct()
