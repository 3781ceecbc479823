"""The worker process and its answers, without Spark."""

import json
from pathlib import Path

import pyarrow as pa
import pytest
from conftest import CLI

from pagefacts_spark.ask import parse
from pagefacts_spark.worker import Worker


def answers(command, texts):
    with Worker(command) as worker:
        for number, text in enumerate(texts):
            worker.send(json.dumps({"id": number, "text": text}).encode() + b"\n")
        return [json.loads(worker.receive()) for _ in texts]


def test_goes_on_after_deaths_and_gives_up_only_the_record_that_kills(tmp_path):
    faulty = ["node", str(Path(__file__).with_name("faulty-worker.mjs")), CLI, str(tmp_path / "flag"), "worker"]
    texts = ["first", "KILL-ONCE KILL-ONCE", "second", "KILL-ALWAYS", "third", "last"]
    found = answers(faulty, texts)
    assert [answer["id"] for answer in found] == list(range(6))
    assert [answer["id"] for answer in found if not answer["ok"]] == [3]
    assert found[3]["error"] == {"code": "worker-died", "message": "3 workers died over this record, the last with status -9"}


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (["false"], "ends with status 1 before it greets"),
        (["echo", "hi"], "no greeting"),
        (["echo", '{"protocol": 2}'], "speaks protocol 2, this package 1"),
    ],
)
def test_says_why_no_worker_starts(command, message):
    with pytest.raises(RuntimeError, match=message):
        Worker(command)


def test_an_answer_that_arrow_cannot_hold_is_an_error_of_its_own():
    schema = pa.schema(
        [("id", pa.int64()), ("title", pa.string()), ("error", pa.struct([("code", pa.string()), ("message", pa.string())]))]
    )
    lines = [b'{"id":0,"title":"a","more":[1]}\n', b'{"id":1,"title":"\\ud800"}\n', b'{"id":2,"title":"c"}\n']
    found = parse(lines, schema).to_pylist()
    assert [row["title"] for row in found] == ["a", None, "c"]
    assert [row["error"] and row["error"]["code"] for row in found] == [None, "unreadable-answer", None]
