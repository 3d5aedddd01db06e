"""A run on Spark: the same reviews, the same comparison of documents, on as many machines as there are.

PySpark is imported in here only, and only by a run that asks for it.
"""

TABLES = ("parquet", "jsonl")  # the formats of a run on Spark: directories with a row for each document
