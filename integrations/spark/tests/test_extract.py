"""What a DataFrame of pages becomes."""

import json
import os
import subprocess

import pytest
from conftest import CLI, COMMAND, ROOT, pages, rows_of, single_process, sorted_bytes

from pagefacts_spark import extract, site_profiles


def test_rows_come_back_with_what_they_brought(spark):
    text = "Rice rose 5% to 4.500 Rp in 2024, the ministry of trade said on Monday in Jakarta."
    df = spark.createDataFrame([(7, "id", text, [1]), (8, "en", None, [2])], "id LONG, language STRING, text STRING, more ARRAY<INT>")
    good, bad = rows_of(extract(df, id="id", language="language", keep=["more"], command=COMMAND))
    assert (good["id"], good["more"], good["error"]) == (7, [1], None)
    assert good["language"] == "id"
    assert [(fact["kind"], fact["exact"]) for fact in good["facts"]][:2] == [("percentage", "5"), ("money", "4500")]
    assert (bad["id"], bad["facts"], bad["error"]["code"]) == (8, None, "invalid-record")


def test_html_and_options(spark):
    html = '<html lang="en"><p>Costs rose 5% to $3 million in 2024, the ministry of trade said on Monday.</p></html>'
    df = spark.createDataFrame([("a", html)], "url STRING, body STRING")
    [row] = rows_of(extract(df, html="body", command=COMMAND, options=["--kinds", "money", "--region", "CA"]))
    assert [(fact["exact"], fact["currency"]) for fact in row["facts"]] == [("3000000", "CAD")]


def test_names_wrong_columns(spark):
    df = spark.createDataFrame([("a", "b", "c")], "url STRING, text STRING, language STRING")
    with pytest.raises(Exception, match="body"):
        extract(df, "body")
    with pytest.raises(ValueError, match="language.*twice"):
        extract(df, keep=["language"])
    with pytest.raises(ValueError, match="url"):
        extract(df, sites=df)


# Reads like a sentence of the article, wherever it stands.
WISHES = "The crew of the lighthouse on the northern shore wishes all its readers a calm week, and thanks them for their letters."


def in_the_middle(line, text):
    lines = text.split("\n")
    middle = len(lines) // 2
    return "\n".join([*lines[:middle], line, *lines[middle:]])


def test_what_repeats_on_a_site_is_learnt_as_the_library_learns_it_and_dropped(spark):
    rows = [(url, in_the_middle(WISHES, text)) for url, text in pages(70)] + [("no address", WISHES)]
    df = spark.createDataFrame(rows, "url STRING, text STRING").repartition(3)
    profiles = site_profiles(df, command=COMMAND).cache()

    found = {row["host"]: {"pages": row["pages"], "lines": row["lines"]} for row in rows_of(profiles)}
    assert found == {f"site{number}.example": by_library(rows, f"//site{number}.") for number in range(7)}

    host = "site3.example"
    of_host = [row for row in rows if host in row[0]]
    result = extract(df, url="url", sites=profiles, command=COMMAND).where(f"url LIKE '%{host}%'")
    assert sorted_bytes(rows_of(result)) == sorted_bytes(single_process(of_host, site=found[host]))
    assert not any(WISHES in row["content"] for row in rows_of(result))
    assert all(WISHES in row["content"] for row in single_process(of_host))


def by_library(rows, host):
    script = """
        import {learnSite, pruneSite} from './dist/index.js'
        let input = ''
        for await (const chunk of process.stdin.setEncoding('utf8')) input += chunk
        console.log(JSON.stringify(pruneSite(learnSite(JSON.parse(input)))))
    """
    texts = json.dumps([text for url, text in rows if host in url])
    command = ["node", "--input-type=module", "--eval", script]
    return json.loads(subprocess.run(command, input=texts.encode(), cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout)


def test_rdd_pipe(spark, tmp_path):
    (tmp_path / "pagefacts").write_text(f'#!/bin/sh\nexec node "{CLI}" "$@"\n')
    (tmp_path / "pagefacts").chmod(0o755)
    mapper = f"{ROOT}/integrations/recipes/mapper.sh"
    records = [json.dumps({"id": url, "text": text}) for url, text in pages(20)]
    path = f"{tmp_path}:{os.environ['PATH']}"
    answers = spark.sparkContext.parallelize(records, 2).pipe(mapper, env={"PATH": path}, checkCode=True).collect()
    assert [json.loads(answer)["id"] for answer in answers] == [url for url, _ in pages(20)]
