"""The columns of a result, as the worker's `record` output names them."""

_AMOUNT = "value DOUBLE, min DOUBLE, max DOUBLE, exact STRING, exactMin STRING, exactMax STRING"

# `start` and `end` count UTF-16 code units of the input; noun, per, subject and time are words of it.
_FACT = f"""
    kind STRING, text STRING, start INT, end INT, {_AMOUNT},
    currency STRING, unit STRING, iso STRING, noun STRING, per STRING,
    approx STRING, change STRING, subject STRING, time STRING, confidence DOUBLE, rule STRING,
    alternatives ARRAY<STRUCT<kind STRING, {_AMOUNT}, currency STRING, unit STRING, iso STRING>>
"""

ERROR = "error STRUCT<code STRING, message STRING>"

RECORD = f"""
    language STRING, script STRING, languageConfidence DOUBLE,
    title STRING, standfirst STRING, publisher STRING, author STRING, siteName STRING,
    published STRING, updated STRING, source STRING, content STRING,
    facts ARRAY<STRUCT<{_FACT}>>,
    {ERROR}
"""

LINES = f"lines ARRAY<STRING>, {ERROR}"
