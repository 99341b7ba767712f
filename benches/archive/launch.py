"""Runs a command and says what it took: python launch.py REPORT COMMAND…

A process of its own, since the system counts the memory of who starts a program as the program's.
"""

import json
import os
import sys
import time


def main(report, *command):
    started = time.perf_counter()
    process = os.posix_spawnp(command[0], command, os.environ)
    _, status, usage = os.wait4(process, 0)
    took = {
        "status": os.waitstatus_to_exitcode(status),
        "seconds": time.perf_counter() - started,
        "cpu": usage.ru_utime + usage.ru_stime,
        "peak": usage.ru_maxrss * 1024 / 1e6,
    }
    with open(report, "w", encoding="utf-8") as file:
        json.dump(took, file)


if __name__ == "__main__":
    main(*sys.argv[1:])
