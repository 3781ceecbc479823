"""`pagefacts-spark-job`: pages in, Parquet out."""

import argparse
import shlex
from collections.abc import Sequence

from pyspark.sql import DataFrame, SparkSession

from .extract import extract
from .sites import site_profiles
from .wet import read_wet


def main(argv: Sequence[str] | None = None) -> None:
    given = _arguments(argv)
    spark = (
        SparkSession.builder.appName("pagefacts")
        # Output appears as a whole, whatever tasks were tried twice, and running again replaces it.
        .config("spark.hadoop.mapreduce.fileoutputcommitter.algorithm.version", "1")
        .config("spark.sql.sources.partitionOverwriteMode", "static")
        # Pages are long rows: fewer of them at a time between Spark and Python.
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "1000")
        .getOrCreate()
    )
    try:
        pages = _read(spark, given.format, given.input)
        run = {"html": given.html, "command": shlex.split(given.command), "options": shlex.split(given.options)}
        sites = site_profiles(pages, given.text, given.url, **run) if given.sites else None
        facts = extract(pages, given.text, given.id, url=given.url, sites=sites, keep=given.keep, **run)
        facts.write.mode("overwrite").partitionBy(*given.partition_by).parquet(given.output)
    finally:
        spark.stop()


def _read(spark: SparkSession, form: str, paths: list[str]) -> DataFrame:
    return read_wet(spark, paths) if form == "wet" else spark.read.format(form).load(paths)


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser("pagefacts-spark-job", description="Facts of pages, as Parquet. Replaces the output.")
    add = parser.add_argument
    add("input", nargs="+", help="files, folders or globs, on any Hadoop file system")
    add("--output", required=True, help="folder to write")
    add("--format", default="wet", help="wet (default), or what Spark reads: parquet, json, orc")
    add("--text", default="text", metavar="COLUMN", help="column of plain text (default: text)")
    add("--html", metavar="COLUMN", help="column of HTML, instead of plain text")
    add("--id", default="url", metavar="COLUMN", help="column that names a page (default: url)")
    add("--url", default="url", metavar="COLUMN", help="column of addresses (default: url)")
    add("--keep", nargs="*", default=[], metavar="COLUMN", help="columns of the input to keep")
    add("--partition-by", nargs="*", default=[], metavar="COLUMN", help="columns of the result that name its folders")
    add("--sites", action="store_true", help="read twice, and drop what repeats on the pages of a host")
    add("--command", default="pagefacts", help="what starts pagefacts on an executor (default: pagefacts)")
    add("--options", default="", help="options of `pagefacts worker`, as one string")
    return parser.parse_args(argv)


if __name__ == "__main__":
    main()
