"""Airflow 3: the pages of each day, a task a day. Running a day again replaces its output."""

import os
import subprocess

from airflow.sdk import dag, task


@task(retries=2)
def extract_facts(source: str, target: str) -> str:
    """Records in `source` to answers in `target`, files of JSON lines; `target` appears when it is complete."""
    unfinished = f"{target}.unfinished"
    with open(source, "rb") as records, open(unfinished, "wb") as answers:
        subprocess.run(["pagefacts", "worker", "--output", "facts"], stdin=records, stdout=answers, check=True)
    os.replace(unfinished, target)
    return target


@dag(schedule="@daily", catchup=False)
def pagefacts_daily():
    extract_facts("/data/pages/{{ ds }}.ndjson", "/data/facts/{{ ds }}.ndjson")


pagefacts_daily()
