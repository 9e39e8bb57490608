"""How the time of one run grows with its document: no work may grow faster than its input."""
import concurrent.futures
import math
import os
import pathlib
import re
import resource
import shutil
import signal
import subprocess
import sys
import threading

from growing import LAID_OUT, kinds

# Twice the input in twice the time is 2; the rest is for caches that no longer hold it all.
LIMIT = 2.6
# What is done beside the start of the program must take so long for a ratio to mean something.
MEANINGFUL = 0.12
# No document is made longer than this to get there: what takes less time then is fast enough.
LARGEST = 4_000_000
# A run that takes longer, or more memory, is stopped and counts as endless.
SECONDS, MEMORY = 60, 6_000_000_000


def growth(bin_path, runs, folder, only=None):
    """Documents of one kind of element, message or unclosed opener, at n, 2n and 4n."""
    render = bin_path / "render"
    numbers = [i for i, kind in enumerate(kinds()) if not only or re.search(only, kind.name)]
    print(f"{'':44} {'n':>7} {'t(n)':>7} {'t(2n)':>7} {'t(4n)':>7}   t(2n)/t(n) t(4n)/t(2n)")
    over = 0
    # The processor's time is what counts, so that one run on each core does not disturb the others.
    with concurrent.futures.ProcessPoolExecutor(os.cpu_count()) as pool:
        tasks = [pool.submit(judged, number, render, folder, min(runs, 3)) for number in numbers]
        for task in tasks:
            good, lines = task.result()
            over += not good
            print(lines, flush=True)
    print(f"  {len(numbers)} kinds, {over} above {LIMIT} x for twice the input")
    return not over


def judged(number, render, folder, runs):
    """Whether a kind is within the limit, and what to print of it."""
    kind = kinds()[number]
    place = pathlib.Path(folder) / str(number)
    place.mkdir()
    work = Work(render, kind, place)
    n = work.meaningful_size()
    seconds, ratios, good = work.judge(n)
    # What is near the limit is measured more than once: noise makes a run longer, never shorter.
    for _ in range(runs - 1):
        if good or math.inf in seconds:
            break
        work.measure_again(n)
        seconds, ratios, good = work.judge(n)
    shutil.rmtree(place)
    times = " ".join(f"{digits(s):>7}" for s in seconds)
    word = "" if good else "   OVER"
    lines = [f"{kind.name:44} {n:7} {times}   {digits(ratios[0]):>10} {digits(ratios[1]):>11}{word}"]
    return good, "\n".join([*lines, *(f"  {fault}" for fault in dict.fromkeys(work.faults))])


def ratio(before, after):
    """How much longer the second took; what is too short to measure counts as a little."""
    return after / max(before, 0.005) if math.isfinite(after) else math.inf


def digits(value):
    return f"{value:.2f}" if math.isfinite(value) else "never"


class Work:
    """Runs of the program on documents of one kind."""

    def __init__(self, render, kind, place):
        self.render, self.kind, self.place = render, kind, place
        self.known = {}
        self.bytes = {}
        self.faults = []
        # One of them already starts MathJax or the compiler, where there is one to start.
        least = 0 if kind.arguments == LAID_OUT else 1
        self.start = min(self.measure(least), self.run(least))
        # What is counted must outweigh what is not.
        self.meaningful = max(MEANINGFUL, self.start)

    def meaningful_size(self):
        """A size from which on the work outweighs the start of the program."""
        n = self.kind.size
        while self.seconds(n) < self.meaningful / 2 and 8 * self.length(n) < LARGEST:
            n *= 4 if self.seconds(n) < self.meaningful / 16 and 32 * self.length(n) < LARGEST else 2
        return n

    def length(self, n):
        """How long a document is, or what it makes its program print."""
        return max(n, self.bytes[n])

    def seconds(self, n):
        """The processor's seconds for a size, without those of the start."""
        if n not in self.known:
            self.known[n] = self.measure(n)
        return max(self.known[n] - self.start, 0)

    def measure(self, n):
        """The processor's seconds of a run: other programs on the machine do not count."""
        source = self.place / str(n)
        source.mkdir()
        self.kind.write(n, source)
        self.bytes[n] = sum(file.stat().st_size for file in source.iterdir())
        return self.run(n)

    def judge(self, n):
        """The seconds for n, 2n and 4n, their ratios, and whether those are within the limit."""
        seconds = [self.seconds(size) for size in (n, 2 * n, 4 * n)]
        ratios = [ratio(a, b) for a, b in zip(seconds, seconds[1:])]
        # A time too short to measure has no ratio, unless what comes next is long.
        good = not self.faults and all(
            r <= LIMIT for r, after in zip(ratios, seconds[1:]) if after > self.meaningful
        )
        return seconds, ratios, good

    def measure_again(self, n):
        for size in (n, 2 * n, 4 * n):
            self.known[size] = min(self.known[size], self.run(size))

    def run(self, n):
        source = self.place / str(n)
        process = subprocess.Popen(
            self.kind.command(self.render, source), cwd=source, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=True,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS)),
        )
        watch = threading.Timer(4 * SECONDS, lambda: os.killpg(process.pid, signal.SIGKILL))
        watch.start()
        _, status, usage = os.wait4(process.pid, 0)
        watch.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        if usage.ru_maxrss * 1024 > MEMORY:
            self.faults.append(f"took {usage.ru_maxrss / 1e6:.1f} GB of memory")
        # A document with messages fails with 1, which is what it should do.
        if process.returncode not in (0, 1):
            self.faults.append(f"ended with {process.returncode}")
            return math.inf
        return usage.ru_utime + usage.ru_stime
