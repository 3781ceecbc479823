"""A `pagefacts worker` that goes on when its process dies. The protocol is specified in docs/worker-protocol.md."""

import json
import queue
import subprocess
import threading
from collections import deque
from collections.abc import Sequence

PROTOCOL = 1

# Processes that may die over one record, or before they greet, until it is given up.
ATTEMPTS = 3


class Worker:
    """Answers records, lines of JSON, in the order they were sent.

    When the process dies, a new one gets the records in flight, first one by one: so the record that a process dies
    over is known, and after `ATTEMPTS` deaths has an error for an answer.
    """

    def __init__(self, command: Sequence[str]) -> None:
        self._command = command
        self._in_flight: deque[bytes] = deque()
        self._careful = 0  # records at the front of the flight that go one by one
        self._deaths = 0  # over the first of them
        self._process = _start(command)

    def __enter__(self) -> "Worker":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()

    def send(self, record: bytes) -> None:
        """Sends a line, line feed included. Never waits."""
        self._in_flight.append(record)
        if self._careful == 0:
            self._process.send(record)

    def receive(self) -> bytes:
        """The answer to the oldest record without one. Raises RuntimeError when no process can be started."""
        while True:
            answer = self._process.receive()
            if answer is not None:
                return self._answered(answer)
            self._deaths += 1
            status = self._process.kill()
            self._process = _start(self._command)
            self._careful = len(self._in_flight)
            if self._deaths == ATTEMPTS:
                return self._answered(_given_up(self._in_flight[0], status))
            self._process.send(self._in_flight[0])

    def _answered(self, answer: bytes) -> bytes:
        self._in_flight.popleft()
        self._deaths = 0
        if self._careful > 0:
            self._careful -= 1
            following = list(self._in_flight) if self._careful == 0 else [self._in_flight[0]]
            for record in following:
                self._process.send(record)
        return answer


class _Process:
    """One process. A thread of its own writes to it, so that neither side waits for the other."""

    def __init__(self, command: Sequence[str]) -> None:
        self._popen = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._queue: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._writer = threading.Thread(target=self._write, daemon=True)
        self._writer.start()

    def send(self, record: bytes) -> None:
        self._queue.put(record)

    def receive(self) -> bytes | None:
        """The next line, or None when the process ended; half a line is none."""
        line = self._popen.stdout.readline()
        return line if line.endswith(b"\n") else None

    def kill(self) -> int:
        """Ends the process and gives its exit status."""
        self._popen.kill()
        self._queue.put(None)
        self._writer.join()
        self._popen.stdout.close()
        return self._popen.wait()

    def _write(self) -> None:
        try:
            with self._popen.stdin as stdin:
                while (record := self._queue.get()) is not None:
                    stdin.write(record)
                    if self._queue.empty():
                        stdin.flush()
        except OSError:
            pass  # the process is gone: `receive` sees the end of its output


def _start(command: Sequence[str]) -> _Process:
    for _ in range(ATTEMPTS):
        process = _Process(command)
        greeting = process.receive()
        if greeting is None:
            status = process.kill()
            continue
        try:
            _check(greeting)
        except RuntimeError:
            process.kill()
            raise
        return process
    raise RuntimeError(f"{' '.join(command)} ends with status {status} before it greets")


def _check(greeting: bytes) -> None:
    try:
        protocol = json.loads(greeting)["protocol"]
    except (ValueError, KeyError, TypeError):
        raise RuntimeError(f"no greeting of a pagefacts worker: {greeting[:200]!r}") from None
    if protocol != PROTOCOL:
        raise RuntimeError(f"the worker speaks protocol {protocol}, this package {PROTOCOL}")


def _given_up(record: bytes, status: int) -> bytes:
    message = f"{ATTEMPTS} workers died over this record, the last with status {status}"
    answer = {"id": json.loads(record)["id"], "ok": False, "error": {"code": "worker-died", "message": message}}
    return json.dumps(answer).encode() + b"\n"
