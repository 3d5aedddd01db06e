"""The step across documents on Spark: the same findings as `lint/across` gives in one process.

Few pages are compared there, by one process. Of many, sentences meet under their keys, near ones under the runs of words they share
(`meeting.py`). Pages that turn out to have something to do with each other come together in groups, each with what it is about, and
there the decisions are made (`group.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import TYPE_CHECKING, Any

from lint.across.dangers import MOST
from lint.cluster import steps
from lint.cluster.components import components
from lint.cluster.group import ABOUT, COPIES, DANGER, DIGEST, GROUPS, LACKING, PLACE, REWORDED, decisions
from lint.cluster.meeting import apart, compared_pages, links, loose_links, near_sentences, sentences, without_these
from lint.cluster.persisted import Persisted
from lint.cluster.steps import FOUND
from lint.cluster.worker import Shared, over
from lint.types.digest import Digest

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession


FEW = 20_000  # pages that one process compares sooner than Spark sets out its steps for many


def across(spark: SparkSession, reviews: DataFrame, standards: Sequence[Digest], shared: Shared, keep: Persisted) -> DataFrame | None:
    """The findings across documents (FOUND), from rows of `worker.REVIEWS`; None where there is nothing to compare."""
    from pyspark.sql import functions as F

    packed = reviews.where("digest is not null")
    pages = packed.count()
    if pages < 2 and not standards:
        return None
    if pages <= FEW:
        return packed.select("digest").repartition(1).mapInArrow(over(shared, steps.joined, FOUND), FOUND)
    digests = packed.select(F.concat("path", F.lit("\0"), "part").alias("page"), F.col("digest").alias("body"))
    every = keep(digests.select("body").mapInArrow(over(shared, steps.sentences, steps.SENTENCES), steps.SENTENCES))
    pages = every.where("key is null").count()  # without the approved texts
    places = every.where("key is not null").select("key", "page", "number", "words")
    lines = keep(sentences(spark, every, standards))
    nears = keep(near_sentences(lines, shared))
    without = without_these(spark, nears, standards)
    alike = components(nears.where("not loose and not danger").select("one", "other"), "long", keep)
    every_link = links(spark, places, lines, alike, without, pages, keep).unionByName(loose_links(places, nears, without))
    compared = keep(compared_pages(every_link, places, without))
    about = [_copies(compared, keep), _dangers(every, places, nears, without, keep)]
    about += [_reworded(places, nears), _lacking(places, nears, without)] if without is not None else []
    rows = keep(reduce(lambda one, other: one.unionByName(other), [frame for frame in about if frame is not None]))
    return _with_pages(rows, digests).mapInArrow(over(shared, decisions, FOUND), FOUND)


def _with_pages(rows: DataFrame, digests: DataFrame) -> DataFrame:
    """The rows of groups with the digests of their pages, each group together and in order."""
    members = rows.select("kind", "name", "page").union(rows.where(f"kind = '{COPIES}'").select("kind", "name", "other"))
    bodies = members.where("page is not null").distinct().join(digests, "page")
    whole = rows.unionByName(_rows(bodies, "kind", "name", DIGEST, page="page", body="body"))
    return whole.repartition("kind", "name").sortWithinPartitions("kind", "name", "step", "page")


def _rows(frame: DataFrame, kind: str, name: str, step: int, **columns: str) -> DataFrame:
    """Rows of GROUPS; `columns` are SQL expressions of those that they have."""
    from pyspark.sql import functions as F

    named = {"kind": kind, "name": f"cast({name} as string)", "step": f"cast({step} as long)", **columns}
    wanted = [column.split() for column in GROUPS.split(", ")]
    return frame.select(*(F.expr(named.get(column, "null")).cast(sql).alias(column) for column, sql in wanted))


def _copies(compared: DataFrame, keep: Persisted) -> DataFrame | None:
    """Pages that share whole pages or passages, with all that share those."""
    roots = components(compared.select("one", "other"), "string", keep)
    if roots is None:
        return None
    grouped = compared.join(roots, compared["one"] == roots["member"])
    return _rows(grouped, f"'{COPIES}'", "root", ABOUT, page="one", other="other", body="body")


def _dangers(every: DataFrame, places: DataFrame, nears: DataFrame, without: DataFrame | None, keep: Persisted) -> DataFrame:
    """Dangerous twins, with the first places of each, and the first on pages about each medicine."""
    from pyspark.sql import Window
    from pyspark.sql import functions as F

    found = keep(apart(apart(nears.where("danger"), "one", without), "other", without).select("one", "other", "near"))
    twins = found.select(F.explode(F.array("one", "other")).alias("key")).groupBy("key").count()
    mine = keep(places.join(twins, "key", "left_semi"))
    one, other = (mine.select(F.col("key").alias(side), "page") for side in ("one", "other"))
    both = found.select("one", "other").join(one, "one").join(other, ["other", "page"]).select("one", "other").distinct()
    counts = [twins.select(F.col("key").alias(side), F.col("count").alias(f"count_{side}")) for side in ("one", "other")]
    apart_pairs = found.join(both, ["one", "other"], "left_anti").join(counts[0], "one").join(counts[1], "other")
    apart_pairs = keep(apart_pairs.withColumn("name", F.concat_ws("-", "one", "other")))

    order = ("page", "number")
    first = mine.withColumn("at", F.row_number().over(Window.partitionBy("key").orderBy(*order))).where(F.col("at") <= MOST)
    medicines = every.where("key is null").select("page", F.explode(F.split("drugs", "\n")).alias("drug"))
    own = mine.join(medicines, "page")
    own = own.withColumn("at", F.row_number().over(Window.partitionBy("key", "drug").orderBy(*order))).where("at = 1")
    shown = first.select(*mine.columns).union(own.select(*mine.columns)).distinct()
    sides = apart_pairs.select("name", F.explode(F.array("one", "other")).alias("key"))
    varied = "if(greatest(count_one, count_other) > 1, 'varied', '')"
    about = _rows(apart_pairs, f"'{DANGER}'", "name", ABOUT, other=varied, body="near")
    return about.unionByName(_rows(sides.join(shown, "key"), f"'{DANGER}'", "name", PLACE, **_AS_PLACE))


def _reworded(places: DataFrame, nears: DataFrame) -> DataFrame:
    """Sentences near an approved one, with all their places."""
    deviants = nears.where("deviant is not null")
    mine = places.join(deviants.selectExpr("deviant as key"), "key", "left_semi")
    about = _rows(deviants, f"'{REWORDED}'", "deviant", ABOUT, body="near")
    return about.unionByName(_rows(mine, f"'{REWORDED}'", "key", PLACE, **_AS_PLACE))


def _lacking(places: DataFrame, nears: DataFrame, without: DataFrame) -> DataFrame:
    """Pages with approved sentences or such as are near one, each for itself."""
    mine = places.join(without, "key", "left_semi")
    deviants = nears.where("deviant is not null").selectExpr("deviant as key", "one", "other", "near")
    on_page = mine.select("key", "page").join(deviants, "key").dropDuplicates(["page", "one", "other"])
    about = _rows(on_page, f"'{LACKING}'", "page", ABOUT, body="near")
    return about.unionByName(_rows(mine, f"'{LACKING}'", "page", PLACE, **_AS_PLACE))


_AS_PLACE: dict[str, Any] = {"page": "page", "key": "key", "number": "number", "words": "words"}
