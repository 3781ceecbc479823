"""WET files, and the job that reads them."""

import gzip
import os
import subprocess
import sys
from pathlib import Path

import pyspark
from conftest import CLI, pages, rows_of, single_process, sorted_bytes

from pagefacts_spark import read_wet

INFO = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 8\r\n\r\nsoftware\r\n\r\n"


def record(url, text, length=None):
    body = text.encode()
    head = [
        "WARC/1.0",
        "WARC-Type: conversion",
        f"WARC-Target-URI: {url}",
        "WARC-Date: 2025-11-03T08:14:00Z",
        "Content-Type: text/plain",
        f"Content-Length: {len(body) if length is None else length}",
    ]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body + b"\r\n\r\n"


def write_wet(file, records):
    """A member of gzip for each record, as Common Crawl has it."""
    file.write_bytes(b"".join(gzip.compress(part) for part in [INFO, *records]))


def test_reads_pages_exactly(spark, tmp_path):
    rows = [
        ("https://a.example/1", "Tỉnh Sơn La\nđã đạt 524 tỉ đồng"),
        ("https://a.example/2", ""),
        ("https://a.example/3", "A page of\r\n\r\nWARC/1.0\r\nWARC-Type: conversion\r\nWARC/1.0\r\n itself"),
        ("https://a.example/4", "last"),
    ]
    write_wet(tmp_path / "a.warc.wet.gz", [record(*row) for row in rows])
    cut = [record("https://b.example/1", "no length", "none"), record("https://b.example/2", "cut short", 5000)]
    write_wet(tmp_path / "b.warc.wet.gz", cut)
    (tmp_path / "c.warc.wet").write_bytes(INFO + record("https://c.example/", "not compressed"))
    found = rows_of(read_wet(spark, str(tmp_path)))
    texts = {row["url"]: row["text"] for row in found}
    lost = {"https://b.example/1": None, "https://b.example/2": None}
    assert texts == {**dict(rows), **lost, "https://c.example/": "not compressed"}
    assert len(found) == len(texts)
    assert {row["date"] for row in found} == {"2025-11-03T08:14:00Z"}


def test_job_writes_the_same_parquet_however_often_it_runs(spark, tmp_path):
    rows = list(pages(60))
    (tmp_path / "wet").mkdir()
    for part in range(3):
        write_wet(tmp_path / "wet" / f"{part}.warc.wet.gz", [record(*row) for row in rows[part::3]])
    output = tmp_path / "facts"
    arguments = [f"{tmp_path}/wet", "--output", output, "--command", f"node {CLI}", "--partition-by", "language", "--keep", "date"]
    submit = [Path(pyspark.__file__).parent / "bin" / "spark-submit", "--master", "local[2]"]
    job = Path(__file__).parents[1] / "pagefacts-spark-job.py"
    as_script = [Path(sys.executable).with_name("pagefacts-spark-job")]
    for command in ([*submit, job], as_script):
        subprocess.run([*map(str, [*command, *arguments])], env={**os.environ, "MASTER": "local[2]"}, check=True)
        result = spark.read.parquet(str(output))
        assert result.select("date").distinct().count() == 1
        assert sorted_bytes(rows_of(result.drop("date"))) == sorted_bytes(single_process(rows))
    assert (output / "language=ms").is_dir()
