"""DataFrames through workers: rows to records, answers to columns."""

import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import repeat

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.json
from pyspark.sql import DataFrame
from pyspark.sql.pandas.types import to_arrow_schema
from pyspark.sql.types import StructType

from .worker import Worker

# Rows that are sent and parsed together. Two such slices are on their way, so that the worker always has work.
SLICE = 256

# The number of a row in its slice.
_ID = pa.field("id", pa.int64())


def ask(df: DataFrame, command: Sequence[str], members: dict[str, str], carry: Sequence[str], answer: str) -> DataFrame:
    """The columns `carry` of `df` as they are, and beside them the answers that `command` gives to its rows.

    `members` names the column that fills each member of the records; `site` is spliced in as JSON. `answer` is the DDL
    of what to take from the answers; of an error only `error` is there.
    """
    for name in [*members.values(), *carry]:
        df[name]  # raises AnalysisException that names a missing column
    fields = StructType.fromDDL(answer)
    twice = set(carry) & set(fields.names)
    if twice:
        raise ValueError(f"columns {sorted(twice)} would be there twice, as input and as answer")
    inputs = list(dict.fromkeys([*carry, *members.values()]))
    schema = StructType([*df.select(*carry).schema.fields, *fields.fields])
    return df.select(*inputs).mapInArrow(_mapper(list(command), members, list(carry), fields), schema)


def _mapper(command: Sequence[str], members: dict[str, str], carry: Sequence[str], fields: StructType) -> Callable:
    def run(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        schema = to_arrow_schema(fields)
        with Worker(command) as worker:
            sent: deque[pa.RecordBatch] = deque()
            for rows in _slices(batches):
                for record in _records(rows, members):
                    worker.send(record)
                sent.append(rows)
                if len(sent) == 2:
                    yield _answers(worker, sent.popleft(), carry, schema)
            while sent:
                yield _answers(worker, sent.popleft(), carry, schema)

    return run


def _slices(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        for start in range(0, batch.num_rows, SLICE):
            yield batch.slice(start, SLICE)


def _records(rows: pa.RecordBatch, members: dict[str, str]) -> Iterator[bytes]:
    """A line for each row; its id is the number of the row."""
    column = {member: rows.column(name).to_pylist() for member, name in members.items()}
    sites = column.pop("site", repeat(None))
    plain = zip(*column.values())
    for number, (values, site) in enumerate(zip(plain, sites)):
        head = f'{{"id":{number},"site":{site or "null"},'
        body = json.dumps(dict(zip(column, values)), ensure_ascii=False, separators=(",", ":"))
        yield f"{head}{body[1:]}\n".encode()


def _answers(worker: Worker, rows: pa.RecordBatch, carry: Sequence[str], schema: pa.Schema) -> pa.RecordBatch:
    answers = parse([worker.receive() for _ in range(rows.num_rows)], schema.insert(0, _ID))
    if not pc.all(pc.equal(answers.column("id"), pa.array(range(rows.num_rows)))).as_py():
        raise RuntimeError("answers are not in the order of the records")
    columns = [*(rows.column(name) for name in carry), *answers.select(schema.names).columns]
    return pa.RecordBatch.from_arrays(columns, names=[*carry, *schema.names])


def parse(lines: Sequence[bytes], schema: pa.Schema) -> pa.RecordBatch:
    """Answers as columns of `schema`. An answer that Arrow cannot hold becomes an error."""
    try:
        return _parse(lines, schema)
    except pa.ArrowInvalid as error:
        if len(lines) > 1:
            parts = [parse([line], schema) for line in lines]
            return pa.Table.from_batches(parts).combine_chunks().to_batches()[0]
        reason = {"code": "unreadable-answer", "message": str(error)}
        return _parse([json.dumps({"error": reason}).encode()], schema)


def _parse(lines: Sequence[bytes], schema: pa.Schema) -> pa.RecordBatch:
    text = b"".join(lines)
    table = pa.json.read_json(
        pa.BufferReader(text),
        read_options=pa.json.ReadOptions(use_threads=False, block_size=len(text) + 1),
        parse_options=pa.json.ParseOptions(explicit_schema=schema, unexpected_field_behavior="ignore"),
    )
    return table.combine_chunks().to_batches()[0]
