"""Where sentences meet: under their keys, under the runs of words they share, and pages under the links between them.

What is common is told by counting, before anything is paired. A run of words that many sentences have proposes nothing. Places of a
sentence that many pages have are linked each with the next, along an order that may be cut anywhere, so that no process has to hold a
sentence that stands on every page.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lint.across.index import REQUIRED, STANDARD, indexed
from lint.across.keys import SHORTEST, line_key
from lint.across.repeated import ALL_PAIRS, FEWEST_COMMON, LEAST_WORDS, limits
from lint.cluster import steps
from lint.cluster.persisted import Persisted
from lint.cluster.worker import Shared, over, plain
from lint.repeats.pairs import FREQUENT
from lint.types.digest import Digest

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession


def sentences(spark: SparkSession, every: DataFrame, standards: Sequence[Digest]) -> DataFrame:
    """The different sentences of all pages and approved texts: key, line, kind."""
    from pyspark.sql import functions as F

    found = every.where("key is not null").select("key", "line", "kind")
    approved = [(line_key(line), line, STANDARD) for digest in standards for _, line, _ in indexed(digest)]
    if approved:
        found = found.union(spark.createDataFrame(approved, "key long, line string, kind long"))
    return found.groupBy("key").agg(F.first("line").alias("line"), F.max("kind").alias("kind"))


def near_sentences(lines: DataFrame, shared: Shared) -> DataFrame:
    """The sentences that are near each other (NEARS): those that share several runs of words are compared."""
    from pyspark.sql import functions as F

    long = lines.select("key", "line").where(F.length("line") - F.length(F.regexp_replace("line", " ", "")) + 1 >= SHORTEST)
    met = long.mapInArrow(plain(steps.runs, steps.GRAMS), steps.GRAMS).groupBy("gram")
    keys = met.agg(F.array_sort(F.collect_list("key")).alias("keys")).where(F.size("keys").between(2, FREQUENT))
    pairs = keys.select(F.explode("keys").alias("one"), "keys")
    pairs = pairs.select("one", F.explode(F.expr("filter(keys, key -> key > one)")).alias("other"))
    pairs = pairs.groupBy("one", "other").count().where("count > 1")
    ones = lines.select(F.col("key").alias("one"), F.col("line"))
    others = lines.select(F.col("key").alias("other"), F.col("line").alias("otherline"))
    candidates = pairs.join(ones, "one").join(others, "other").select("one", "other", "line", "otherline")
    return candidates.mapInArrow(over(shared, steps.nears, steps.NEARS), steps.NEARS)


def without_these(spark: SparkSession, nears: DataFrame, standards: Sequence[Digest]) -> DataFrame | None:
    """The sentences that are no copies whoever has them: approved ones and those near such. None where no text is approved."""
    approved = [(key,) for key in steps.approved_keys(standards)]
    if not standards:
        return None
    found = nears.where("deviant is not null").selectExpr("deviant as key")
    return found.union(spark.createDataFrame(approved, "key long")).distinct()


def apart(rows: DataFrame, column: str, without: DataFrame | None) -> DataFrame:
    """The rows whose sentence is none of some."""
    return rows if without is None else rows.join(without.withColumnRenamed("key", column), column, "left_anti")


def links(
    spark: SparkSession,
    places: DataFrame,
    lines: DataFrame,
    alike: DataFrame | None,
    without: DataFrame | None,
    pages: int,
    keep: Persisted,
) -> DataFrame:
    """Links between pages that have a sentence in common (LINKS). `alike` has the root of sentences that count as one."""
    from pyspark.sql import functions as F

    def rooted(rows: DataFrame) -> DataFrame:
        if alike is None:
            return rows.withColumn("root", F.col("key"))
        known = alike.withColumnRenamed("member", "key").withColumnRenamed("root", "above")
        return rows.join(known, "key", "left").withColumn("root", F.coalesce("above", "key"))

    first = F.min(F.struct("number", "words")).alias("first")  # a page counts once, where it has the sentence first
    firsts = rooted(places).groupBy("root", "page").agg(first)
    counts = firsts.groupBy("root").agg(F.count("*").alias("count")).where("count > 1")
    if without is not None:
        counts = counts.join(rooted(without).select("root").distinct(), "root", "left_anti")
    required = rooted(lines.where(f"kind = {REQUIRED}").select("key")).select("root").distinct().withColumn("required", F.lit(True))
    common = sum(((F.col("count") > most).cast("long") for most in limits(pages)), F.lit(0))
    counts = counts.join(required, "root", "left").withColumn("common", F.when(F.col("required"), F.lit(2)).otherwise(common))
    shared = firsts.join(counts, "root").select("root", "page", "first.number", "first.words", F.col("common").cast("long"), "count")

    few = shared.where(F.col("count") <= ALL_PAIRS)
    other = few.select("root", F.col("page").alias("other"), F.col("number").alias("second"), F.col("words").alias("others"))
    pairs = few.join(other, "root").where("page < other").selectExpr(*_linked("common", 0))

    ordered = ("root", "page")
    many = shared.where(F.col("count") > ALL_PAIRS).select("root", "page", "number", "words", "common")
    many = many.repartitionByRange(*ordered).sortWithinPartitions(*ordered)
    chains = keep(many.mapInArrow(plain(steps.neighbours, steps.LINKS), steps.LINKS))
    borders = list(steps.between(chains.where("other is null").collect()))  # two of each part, however many pages there are
    found = pairs.unionByName(chains.where("other is not null"))
    return found.union(spark.createDataFrame(borders, steps.LINKS)) if borders else found


def loose_links(places: DataFrame, nears: DataFrame, without: DataFrame | None) -> DataFrame:
    """Links between pages by sentences that may be edited copies, where few places have them."""
    from pyspark.sql import functions as F

    rare = places.groupBy("key").count().where(F.col("count") <= FEWEST_COMMON).select("key")
    pairs = apart(apart(nears.where("loose").select("one", "other"), "one", without), "other", without)
    for side in ("one", "other"):
        pairs = pairs.join(rare.withColumnRenamed("key", side), side, "left_semi")
    one = places.select(F.col("key").alias("one"), "page", "number", "words")
    other = places.toDF("other", "otherpage", "second", "others")
    met = pairs.join(one, "one").join(other, "other").where("page <> otherpage").drop("one", "other")
    straight = met.toDF("page", "number", "words", "other", "second", "others")
    turned = met.toDF("other", "second", "others", "page", "number", "words")
    return straight.unionByName(turned).where("page < other").selectExpr(*_linked("1", 1))


def _linked(common: str, turn: int) -> tuple[str, ...]:
    """The columns of LINKS, for places side by side."""
    ends = ("page as one", "other", "number as first", "second", "least(words, others) as words")
    return (*ends, f"cast({common} as long) as common", f"cast({turn} as long) as turn")


def compared_pages(every_link: DataFrame, places: DataFrame, without: DataFrame | None) -> DataFrame:
    """The pairs of pages that have something in common (COMPARED)."""
    from pyspark.sql import functions as F

    link = F.struct("first", "second", "turn", "words", "common")
    pairs = every_link.groupBy("one", "other").agg(F.collect_list(link).alias("links"), F.sum("words").alias("linked"))
    pairs = pairs.where(F.col("linked") >= LEAST_WORDS)  # with fewer they can share nothing
    for side in ("one", "other"):
        words = apart(places, "key", without).groupBy("page").agg(F.sum("words").alias(f"of_{side}")).withColumnRenamed("page", side)
        pairs = pairs.join(words, side, "left")
    zero = F.lit(0)
    pairs = pairs.select("one", "other", "links", F.coalesce("of_one", zero), F.coalesce("of_other", zero))
    return pairs.mapInArrow(plain(steps.comparisons, steps.COMPARED), steps.COMPARED)
