"""Dask: facts of a bag of records, a worker a partition. Ray's `Dataset.map_batches` takes `answers` the same way."""

import subprocess
from collections.abc import Iterable

import dask.bag


def answers(records: Iterable[str]) -> list[str]:
    """The answers to records, both lines of JSON. Raises CalledProcessError when the worker fails: Dask tries again."""
    lines = "".join(record if record.endswith("\n") else f"{record}\n" for record in records)
    done = subprocess.run(
        ["pagefacts", "worker", "--output", "facts"], input=lines, encoding="utf-8", stdout=subprocess.PIPE, check=True
    )
    return done.stdout.split("\n")[1:-1]


def facts(paths: str) -> dask.bag.Bag:
    """Answers to all records in the files, which may lie wherever fsspec reaches."""
    return dask.bag.read_text(paths, blocksize="16MiB").map_partitions(answers)


if __name__ == "__main__":
    facts("pages/*.ndjson").to_textfiles("facts/*.ndjson")
