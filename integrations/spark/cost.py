"""What Spark adds: CPU time of the same pages through the command line, one worker, and Spark. Prints a line of JSON.

    python cost.py PAGES.jsonl...   files of records with url and text, such as pages of a crawl

CPU time (user and system, of all processes) and not wall time, so that other work on the machine does not count.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "tests"))
from conftest import COMMAND  # noqa: E402
from pyspark.sql import SparkSession  # noqa: E402
from test_wet import record, write_wet  # noqa: E402

from pagefacts_spark import extract, read_wet  # noqa: E402

TICK = os.sysconf("SC_CLK_TCK")


def alone(command, source):
    """CPU seconds of a command that reads a file."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(source, "rb") as stdin:
        subprocess.run(command, stdin=stdin, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def family():
    """CPU seconds so far of this process and all that descend from it, those that have ended included."""
    table = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # ended meanwhile
        table[int(entry.parent.name)] = (int(fields[1]), sum(map(int, fields[11:15])))
    members = {os.getpid()}
    while more := {pid for pid, (parent, _) in table.items() if parent in members} - members:
        members |= more
    return sum(table[pid][1] for pid in members) / TICK


def main(files):
    lines = [json.loads(line) for file in files for line in Path(file).read_bytes().splitlines()]
    pages = [{"id": page["url"], "text": page["text"], "url": page["url"]} for page in lines]
    with tempfile.TemporaryDirectory() as folder:
        source = f"{folder}/pages.ndjson"
        Path(source).write_text("".join(f"{json.dumps(page)}\n" for page in pages))
        wet = Path(folder) / "pages.warc.wet.gz"
        write_wet(wet, [record(page["url"], page["text"]) for page in pages])
        seconds = {
            "start": alone([*COMMAND, "worker"], os.devnull),
            "cli": alone([*COMMAND, "--quiet", "--format", "ndjson", source], os.devnull),
            "worker": alone([*COMMAND, "worker", "--output", "record"], source),
            **on_spark(source, str(wet), folder),
        }
    size = sum(len(page["text"].encode()) for page in pages)
    rounded = {name: round(time, 2) for name, time in seconds.items()}
    print(json.dumps({"pages": len(pages), "bytes": size, "seconds": rounded}))


def on_spark(source, wet, folder):
    """CPU seconds of Spark: until it runs, for the pages from Parquet to Parquet in two tasks, and for reading a WET file."""
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    spark = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", "1000").getOrCreate()
    spark.read.json(source).repartition(2).write.parquet(f"{folder}/input")
    pages = spark.read.parquet(f"{folder}/input")
    extract(pages.limit(10), id="id", url="url", command=COMMAND).write.parquet(f"{folder}/first")
    times = [family()]
    extract(pages, id="id", url="url", command=COMMAND).write.parquet(f"{folder}/facts")
    times.append(family())
    read_wet(spark, wet).write.format("noop").mode("overwrite").save()
    times.append(family())
    spark.stop()
    return {"spark_start": times[0], "spark": times[1] - times[0], "wet": times[2] - times[1]}


if __name__ == "__main__":
    main(sys.argv[1:])
