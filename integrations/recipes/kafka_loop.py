"""Kafka: pages from one topic, facts to another. At least once: offsets are committed when the facts are delivered.

Works with the Consumer and Producer of confluent-kafka. The key of a message is the id, its value the text of the page.
"""

import json
import subprocess
from collections.abc import Iterator

# Messages between two commits, at most.
BATCH = 64


def start() -> subprocess.Popen:
    worker = subprocess.Popen(
        ["pagefacts", "worker", "--output", "facts"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert json.loads(worker.stdout.readline())["protocol"] == 1
    return worker


def exchange(worker: subprocess.Popen, messages: list) -> Iterator[bytes]:
    """One answer a message. Each is waited for before the next is sent, so neither side ever blocks the other."""
    for message in messages:
        record = {"id": message.key().decode(), "text": message.value().decode("utf-8", "replace")}
        worker.stdin.write(json.dumps(record).encode() + b"\n")
        worker.stdin.flush()
        answer = worker.stdout.readline()
        if not answer.endswith(b"\n"):
            raise RuntimeError("the worker died; what is not committed comes again")
        yield answer


def run(consumer, producer, topic: str, goes_on=lambda: True) -> None:
    """Until `goes_on` says no. Raises when the worker dies or a message cannot be delivered; start it again then."""
    worker = start()
    try:
        while goes_on():
            messages = consumer.consume(BATCH, timeout=1.0)
            broken = next((message.error() for message in messages if message.error()), None)
            if broken:
                raise RuntimeError(broken)
            for message, answer in zip(messages, exchange(worker, messages)):
                producer.produce(topic, key=message.key(), value=answer)
            if producer.flush(30) > 0:
                raise RuntimeError("some facts were not delivered")
            if messages:
                consumer.commit(asynchronous=False)
    finally:
        worker.kill()
        worker.wait()


if __name__ == "__main__":
    from confluent_kafka import Consumer, Producer

    source = Consumer({"bootstrap.servers": "localhost", "group.id": "pagefacts", "enable.auto.commit": False})
    source.subscribe(["pages"])
    run(source, Producer({"bootstrap.servers": "localhost"}), "facts")
