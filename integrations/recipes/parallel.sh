#!/bin/sh
# GNU parallel: a file of records on all cores, answers in the order of the records.
#   parallel.sh pages.ndjson > facts.ndjson
parallel --pipepart --arg-file "$1" --block -4 --keep-order --halt now,fail=1 "$(dirname "$0")/mapper.sh"
