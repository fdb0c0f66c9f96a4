"""The engine inside Apache Spark: reports in a frame, coded where they lie.

>>> from isnad import spark  # doctest: +SKIP
>>> coded = spark.code(reports, text="body", published="day", outlet="paper")  # doctest: +SKIP
>>> claims = spark.claims(coded)  # doctest: +SKIP

Each Python worker loads the engine once and codes its partitions' rows one after the other; Spark
itself brings the parallelism. What comes out of a row depends on the row alone, so partitioning
changes nothing. docs/use/spark.md is the guide for a cluster.
"""

from isnad.spark.coding import claims, code, coded_schema
from isnad.spark.linking import incidents

__all__ = ["claims", "code", "coded_schema", "incidents"]
