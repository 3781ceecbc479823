"""10,000 pages through a cluster that loses processes: nothing is missing, twice, or different."""

import os
from pathlib import Path

from conftest import CLI, pages, rows_of, single_process, sorted_bytes
from pyspark import TaskContext
from pyspark.sql import functions as F

from pagefacts_spark import extract

# Fewer for a quick look.
PAGES = int(os.environ.get("PAGES", 10_000))
PARTITIONS = 16


def faults(flags):
    """Passes rows on. Kills the executor once, and lets the first attempt of one task fail when half of it is done."""

    def run(batches):
        context = TaskContext.get()
        for batch in batches:
            yield batch
            if context.partitionId() == 6 and flag(flags / "executor"):
                daemon = os.getppid()
                executor = int(Path(f"/proc/{daemon}/stat").read_text().rpartition(")")[2].split()[1])
                os.kill(executor, 9)
            if context.partitionId() == 9 and context.attemptNumber() == 0:
                (flags / "attempt").touch()
                raise RuntimeError("the first attempt fails")

    return run


def flag(file):
    """Whether this is the first to come here."""
    try:
        file.touch(exist_ok=False)
        return True
    except FileExistsError:
        return False


def test_output_is_complete_and_equal_to_a_single_process(spark, tmp_path):
    rows = list(pages(PAGES))
    rows[PAGES // 8] = (rows[PAGES // 8][0], "poison " * 30_000)
    rows[PAGES // 2] = (rows[PAGES // 2][0], rows[PAGES // 2][1] + "KILL-ONCE KILL-ONCE\n")
    options = ["--max-bytes", "100000"]
    killer = "https://killer.example/"
    source = spark.createDataFrame([*rows, (killer, "KILL-ALWAYS KILL-ALWAYS")], "url STRING, text STRING")
    source.repartition(PARTITIONS, "url").write.parquet(f"{tmp_path}/pages")

    spark.conf.set("spark.sql.files.openCostInBytes", "128MB")  # a file a task
    unlucky = spark.read.parquet(f"{tmp_path}/pages").mapInArrow(faults(tmp_path), source.schema)
    command = ["node", str(Path(__file__).with_name("faulty-worker.mjs")), CLI, f"{tmp_path}/node"]
    facts = extract(unlucky, url="url", command=command, options=options)
    facts.write.partitionBy("language").parquet(f"{tmp_path}/facts")

    for name in ("executor", "attempt", "node"):
        assert (tmp_path / name).exists(), f"no fault of this kind: {name}"
    result = spark.read.parquet(f"{tmp_path}/facts").select(facts.columns)
    [lost] = rows_of(result.where(F.col("url") == killer))
    assert lost["error"] == {"code": "worker-died", "message": "3 workers died over this record, the last with status -9"}
    others = rows_of(result.where(F.col("url") != killer))
    assert len(others) == PAGES
    assert sorted_bytes(others) == sorted_bytes(single_process(rows, *options))
    assert [row["url"] for row in others if row["error"]] == [rows[PAGES // 8][0]]
