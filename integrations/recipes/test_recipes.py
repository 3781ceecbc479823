"""The recipes run, as far as they need no server."""

import json
import os
import shutil
import subprocess
import sys
import types
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


@pytest.fixture(autouse=True)
def pagefacts_on_path(tmp_path, monkeypatch):
    program = tmp_path / "bin" / "pagefacts"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec node "{ROOT}/dist/cli.js" "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    monkeypatch.syspath_prepend(str(HERE))


@pytest.fixture
def records(tmp_path):
    """A file of records, of which one is broken, and the ids of the answers."""
    file = tmp_path / "pages.ndjson"
    lines = [json.dumps({"id": number, "text": f"Costs rose {number}% in 2024."}) for number in range(40)]
    file.write_text("\n".join([*lines, "broken"]) + "\n")
    return file, [*range(40), None]


def ids(lines):
    return [json.loads(line)["id"] for line in lines]


def test_mapper(records):
    file, expected = records
    with file.open("rb") as source:
        done = subprocess.run([HERE / "mapper.sh"], stdin=source, stdout=subprocess.PIPE, check=True)
    assert ids(done.stdout.splitlines()) == expected


def test_mapper_fails_with_its_worker(tmp_path):
    (tmp_path / "bin" / "pagefacts").write_text("#!/bin/sh\nexit 1\n")
    assert subprocess.run([HERE / "mapper.sh"], stdin=subprocess.DEVNULL).returncode == 1


@pytest.mark.skipif(shutil.which("parallel") is None, reason="GNU parallel is not installed")
def test_parallel(records):
    file, expected = records
    done = subprocess.run([HERE / "parallel.sh", file], stdout=subprocess.PIPE, check=True)
    assert ids(done.stdout.splitlines()) == expected


def test_dask(records):
    import dask_bag

    file, expected = records
    assert ids(dask_bag.facts(str(file)).compute(scheduler="sync")) == expected


class Message:
    def __init__(self, key, value):
        self.key, self.value, self.error = lambda: key, lambda: value, lambda: None


class Broker:
    """Both ends of Kafka: gives messages in parts, keeps what is produced, notes what was there at each commit."""

    def __init__(self, messages):
        self.messages, self.produced, self.commits = messages, [], []

    def consume(self, number, timeout):
        part, self.messages = self.messages[:3], self.messages[3:]
        return part

    def produce(self, topic, key, value):
        self.produced.append((topic, key, json.loads(value)["ok"]))

    def flush(self, timeout):
        return 0

    def commit(self, asynchronous):
        self.commits.append(len(self.produced))


def test_kafka():
    import kafka_loop

    broker = Broker([Message(b"%d" % number, b"Costs rose 5%.") for number in range(5)])
    kafka_loop.run(broker, broker, "facts", goes_on=lambda: broker.messages)
    assert broker.produced == [("facts", b"%d" % number, True) for number in range(5)]
    assert broker.commits == [3, 5]


def test_airflow(records, tmp_path, monkeypatch):
    sdk = types.ModuleType("airflow.sdk")
    sdk.task = lambda **_: lambda function: function
    sdk.dag = lambda **_: lambda function: lambda: None
    monkeypatch.setitem(sys.modules, "airflow.sdk", sdk)
    import airflow_dag

    file, expected = records
    target = airflow_dag.extract_facts(str(file), str(tmp_path / "facts.ndjson"))
    assert ids(Path(target).read_text().splitlines()[1:]) == expected
