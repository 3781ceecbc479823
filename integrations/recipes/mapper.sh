#!/bin/bash
# Records on standard input to answers on standard output, without the greeting: a mapper for Hadoop Streaming, a command
# for RDD.pipe and GNU parallel. Fails when the worker fails, so that the engine tries again.
set -o pipefail
pagefacts worker --output facts | tail -n +2
