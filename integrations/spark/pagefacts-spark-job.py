"""The job as a file, for `spark-submit`."""

from pagefacts_spark.job import main

main()
