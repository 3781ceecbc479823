"""What Spark adds: CPU time of the same pages through one worker, the command line, and Spark. Prints lines of JSON.

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
from conftest import COMMAND, pages  # noqa: E402
from pyspark.sql import SparkSession  # noqa: E402

from pagefacts_spark import extract  # noqa: E402

TICK = os.sysconf("SC_CLK_TCK")


def alone(command, source):
    """CPU seconds of a command that reads a file."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(source, "rb") as stdin:
        subprocess.run(command, stdin=stdin, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def cluster():
    """CPU seconds so far of this process and all that descend from it, those that have ended included."""
    table = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # ended meanwhile
        table[int(entry.parent.name)] = (int(fields[1]), sum(map(int, fields[11:15])))
    family = {os.getpid()}
    while more := {pid for pid, (parent, _) in table.items() if parent in family} - family:
        family |= more
    return sum(table[pid][1] for pid in family) / TICK


def main(count):
    rows = list(pages(count))
    size = sum(len(text.encode()) for _, text in rows)
    with tempfile.TemporaryDirectory() as folder:
        records = Path(folder) / "pages.ndjson"
        records.write_text("".join(json.dumps({"id": url, "text": text, "url": url}) + "\n" for url, text in rows))
        texts = Path(folder) / "pages"
        texts.mkdir()
        for number, (_, text) in enumerate(rows):
            (texts / f"{number}.txt").write_text(text)
        seconds = {
            "start": alone([*COMMAND, "worker"], os.devnull),
            "cli": alone([*COMMAND, "--format", "ndjson", str(texts)], os.devnull),
            "worker": alone([*COMMAND, "worker", "--output", "record"], records),
        }
        spark = (
            SparkSession.builder.master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.execution.arrow.maxRecordsPerBatch", "1000")
            .getOrCreate()
        )
        df = spark.read.schema("id STRING, text STRING, url STRING").json(str(records)).repartition(2)
        df.write.parquet(f"{folder}/input")
        df = spark.read.parquet(f"{folder}/input")
        extract(df.limit(10), id="id", url="url", command=COMMAND).write.parquet(f"{folder}/first")
        before = cluster()
        extract(df, id="id", url="url", command=COMMAND).write.parquet(f"{folder}/facts")
        seconds["spark"] = cluster() - before
        spark.stop()
    overhead = seconds["spark"] / seconds["cli"] - 1
    print(json.dumps({"pages": count, "bytes": size, "seconds": seconds, "overhead": round(overhead, 3)}))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
