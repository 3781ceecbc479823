"""A cluster of real processes, and pages to read on it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pyspark
import pytest
from pyspark.sql import SparkSession

ROOT = Path(__file__).parents[3]
CLI = str(ROOT / "dist" / "cli.js")
COMMAND = ["node", CLI]
FIXTURES = [file for file in sorted((ROOT / "fixtures" / "pages").glob("*.txt")) if file.name.count(".") == 1]

# What the processes of the cluster inherit.
os.environ |= {
    "SPARK_HOME": os.path.dirname(pyspark.__file__),
    "SPARK_LOCAL_IP": "127.0.0.1",
    "PYSPARK_PYTHON": sys.executable,
    "PYTHONPATH": os.path.dirname(__file__),
}


@pytest.fixture(scope="session")
def spark():
    session = (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "4")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "500")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


def pages(count):
    """(url, text) of as many pages, each different from all others."""
    texts = [file.read_text("utf-8") for file in FIXTURES]
    for number in range(count):
        text = texts[number % len(texts)]
        yield f"https://site{number % 7}.example/{number}", f"{text}\nPage {number} of {count}.\n"


def single_process(rows, *options, **members):
    """What one worker, without Spark, says of (url, text) rows, in the form of result rows."""
    lines = [json.dumps({"id": url, "text": text, "url": url, **members}) for url, text in rows]
    command = [*COMMAND, "worker", "--output", "record", *options]
    done = subprocess.run(command, input="\n".join(lines).encode(), stdout=subprocess.PIPE, check=True)
    answers = [json.loads(line) for line in done.stdout.splitlines()[1:]]
    return [{"url": answer["id"], **{key: answer[key] for key in answer if key not in ("id", "ok")}} for answer in answers]


AMOUNT = ("value", "min", "max", "languageConfidence", "confidence")


def canonical(value, name=""):
    """JSON without nulls, which a typed row has for what is absent, and with numbers written one way."""
    if isinstance(value, dict):
        return {key: canonical(item, key) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [canonical(item) for item in value]
    return float(value) if name in AMOUNT else value


def sorted_bytes(rows):
    """Rows as lines of JSON, sorted: two results are equal when these bytes are."""
    return b"\n".join(sorted(json.dumps(canonical(row), sort_keys=True).encode() for row in rows))


def rows_of(df):
    """Rows as dicts, nested ones too."""
    return [row.asDict(recursive=True) for row in df.collect()]
