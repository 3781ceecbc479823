"""pagefacts on Apache Spark: pages in a DataFrame in, their facts out, one Node process a task."""

from .extract import extract
from .sites import site_profiles
from .wet import read_wet

__all__ = ["extract", "read_wet", "site_profiles"]
