"""WET files, the plain text of Common Crawl."""

from collections.abc import Iterable, Iterator
from itertools import groupby, islice

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

_SEPARATOR = b"WARC/1.0\r\n"
_BATCH = 256
_SCHEMA = pa.schema([("url", pa.string()), ("date", pa.string()), ("text", pa.string())])


def read_wet(spark: SparkSession, path: str | list[str]) -> DataFrame:
    """The pages of WET files: `url`, `date` (ISO 8601) and `text`.

    `path` is whatever Spark reads, on any Hadoop file system: files, folders, globs. Spark's own text source streams and
    decompresses it, cut where records begin, so memory stays small whatever the size of a file; a gzip file is read by
    one task. A record that is shorter than it says has a null `text`.
    """
    raw = spark.read.text(path, lineSep=_SEPARATOR.decode())
    pieces = raw.select(F.col("value").cast("binary"), F.col("_metadata.file_path").alias("file"))
    return pieces.mapInArrow(_pages, "url STRING, date STRING, text STRING")


def _pages(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    pieces = (
        piece
        for batch in batches
        for piece in zip(batch.column("file").to_pylist(), batch.column("value").to_pylist())
    )
    pages = (page for _, file in groupby(pieces, lambda piece: piece[0]) for page in _records(piece for _, piece in file))
    while rows := list(islice(pages, _BATCH)):
        yield pa.RecordBatch.from_arrays([pa.array(column, pa.string()) for column in zip(*rows)], schema=_SCHEMA)


def _records(pieces: Iterator[bytes]) -> Iterator[tuple[str, str, str | None]]:
    """The pages of one file. A page that speaks of WARC may hold the separator: its length tells where it ends."""
    for piece in pieces:
        head, _, body = piece.partition(b"\r\n\r\n")
        fields = dict(line.partition(": ")[::2] for line in head.decode("utf-8", "replace").split("\r\n"))
        if fields.get("WARC-Type") != "conversion":
            continue
        length = fields.get("Content-Length", "")
        text = _body(body, int(length), pieces) if length.isdecimal() else None
        yield fields.get("WARC-Target-URI"), fields.get("WARC-Date"), text


def _body(start: bytes, length: int, rest: Iterator[bytes]) -> str | None:
    parts, size = [start], len(start)
    while size < length:
        piece = next(rest, None)
        if piece is None:
            return None
        parts += [_SEPARATOR, piece]
        size += len(_SEPARATOR) + len(piece)
    return b"".join(parts)[:length].decode("utf-8", "replace")
