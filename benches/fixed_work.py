"""How long a fixed piece of work takes on both cores: what absolute bars are scaled by, and how quiet the machine is."""

import statistics
import subprocess
import sys
import time

CORES = 2
USUAL = 0.150
"""Seconds that it takes on the machine for which the bars are stated."""
WORK = "import hashlib\nfor _ in range(60): hashlib.sha256(bytes(4_000_000)).digest()"


class FixedWork:
    """Times of the work, done again and again between what is measured."""

    def __init__(self):
        self.times = []

    def listen(self):
        started = time.perf_counter()
        workers = [subprocess.Popen([sys.executable, "-c", WORK]) for _ in range(CORES)]
        for worker in workers:
            worker.wait()
        self.times.append(time.perf_counter() - started)

    def scale(self):
        """What a bar in units of time is multiplied by: machines differ."""
        return statistics.median(self.times) / USUAL

    def told(self):
        least, middle, most = min(self.times), statistics.median(self.times), max(self.times)
        busy = "" if most < 1.15 * least else "; the machine was busy, or its clock changed"
        return (
            f"fixed work on both cores took {least * 1000:.0f} ms at least, {middle * 1000:.0f} in the middle, "
            f"{most * 1000:.0f} at most ({len(self.times)} times){busy}; bars of time are × {self.scale():.2f}"
        )
