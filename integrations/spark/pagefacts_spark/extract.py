"""Pages to facts."""

from collections.abc import Sequence

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from .ask import ask
from .schema import RECORD
from .sites import SITE, host_of


def extract(
    df: DataFrame,
    text: str = "text",
    id: str = "url",
    *,
    html: str | None = None,
    url: str | None = None,
    language: str | None = None,
    sites: DataFrame | None = None,
    keep: Sequence[str] = (),
    command: Sequence[str] = ("pagefacts",),
    options: Sequence[str] = (),
) -> DataFrame:
    """What pagefacts knows of each page: a row for each row of `df`, in a schema of its own (see schema.py).

    All arguments but the last three name columns. `text` is read as plain text unless `html` names a column of HTML.
    `id` and `keep` come back untouched, whatever their types. `url` and `language` (BCP 47) tell the extraction more.
    With `sites`, the result of `site_profiles`, lines that repeat over a site are dropped; that needs `url`.
    A page that could not be read has an `error` and nothing else. `command` starts pagefacts on an executor; `options`
    are those of `pagefacts worker`, such as `["--region", "VN", "--timeout-ms", "5000"]`.
    """
    given = {"text": text if html is None else None, "html": html, "url": url, "language": language}
    members = {member: column for member, column in given.items() if column is not None}
    if sites is not None:
        if url is None:
            raise ValueError("sites need the column of addresses, url")
        site = F.to_json(F.struct("pages", "lines"))
        profiles = sites.select(F.col("host").alias(f"{SITE}_host"), site.alias(SITE))
        df = df.join(profiles, host_of(df[url]) == F.col(f"{SITE}_host"), "left")
        members["site"] = SITE
    carry = list(dict.fromkeys([id, *keep]))
    return ask(df, [*command, "worker", "--output", "record", *options], members, carry, RECORD)
