"""What repeats on the pages of a site."""

from collections.abc import Sequence

from pyspark.sql import Column, DataFrame, Window
from pyspark.sql import functions as F

from .ask import ask
from .schema import LINES

# Column of the profile that goes with each page.
SITE = "_pagefacts_site"

# A line is kept when this share of the pages has it, and at least this many: `pruneSite` of the library.
COMMON_SHARE = 0.3
FEWEST = 3

# Stands among the lines for the page itself.
_PAGE = ""


def host_of(url: Column) -> Column:
    """Lower-case host of an address; null where there is none."""
    return F.lower(F.try_parse_url(url, F.lit("HOST")))


def site_profiles(
    df: DataFrame,
    text: str = "text",
    url: str = "url",
    *,
    html: str | None = None,
    command: Sequence[str] = ("pagefacts",),
    options: Sequence[str] = (),
) -> DataFrame:
    """A profile for each host: `host`, the number of its `pages`, and `lines`, the pages that have each frequent line.

    It is what `pruneSite(learnSite(pages))` of the library gives, counted by a shuffle over (host, line): a host may have
    any number of pages. Arguments as in `extract`.
    """
    pages = df.withColumn("host", host_of(df[url])).where("host IS NOT NULL")
    member = {"text": text} if html is None else {"html": html}
    answers = ask(pages, [*command, "worker", "--output", "lines", *options], member, ["host"], LINES)
    lines = answers.where("error IS NULL").select("host", F.explode(F.concat(F.array(F.lit(_PAGE)), "lines")).alias("line"))
    counts = lines.groupBy("host", "line").count()
    is_page = F.col("line") == _PAGE
    number = F.max(F.when(is_page, F.col("count"))).over(Window.partitionBy("host"))
    frequent = (
        counts.where(is_page | (F.col("count") >= FEWEST))
        .withColumn("pages", number)
        .where(is_page | (F.col("count") >= F.col("pages") * F.lit(COMMON_SHARE)))
    )
    entries = F.collect_list(F.when(~is_page, F.struct("line", "count")))
    return frequent.groupBy("host", "pages").agg(F.map_from_entries(entries).alias("lines"))
