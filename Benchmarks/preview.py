"""How soon a preview shows what is saved."""
import os
import pathlib
import shutil
import signal
import statistics
import subprocess
import time

from chromium import Chromium
from measuring import ROOT, layer_by_hand, measure, verdict

IDLE_SECONDS = 5


class Preview:
    """`render serve` on a folder, as long as a `with` lasts."""

    def __init__(self, bin_path, course, store):
        command = [bin_path / "render", "serve", course, "--port", "0", "--store", store, "--quiet"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.address = self.process.stdout.readline().strip()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGINT)
        self.process.wait()

    def ticks(self):
        """How long its threads have run, in the system's ticks."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])


def opened(browser, preview, page):
    """A page, once its results are there."""
    shown = browser.open(preview.address + page)
    shown.wait(
        "document.documentElement.hasAttribute('data-lectern-connected')"
        " && !document.documentElement.hasAttribute('data-lectern-stale')"
        " && document.querySelector('main .outputs, main p')"
    )
    time.sleep(0.5)
    return shown


def save(page, file, text, condition):
    """Milliseconds from saving a text to the frame in which a condition holds."""
    page.watch(condition)
    # Nobody saves while the browser is still at work on the last frame.
    time.sleep(0.2)
    start = time.time() * 1000
    file.write_text(text)
    return page.painted() - start


def edits(page, file, runs, kind):
    """The median of saves, each with an edit of its own in the middle of the notebook."""
    text = file.read_text()
    lines = text.split("\n")
    place = next(i for i in range(len(lines) // 2, len(lines)) if lines[i].startswith("#"))
    figures = []
    for number in range(runs + 1):
        mark = f"edit-{kind}-{number}"
        if kind == "formula":
            words = f"The edit {mark} is $\\frac{{x_{{{number}}}}}{{1 + y^{{{number}}}}}$."
        else:
            words = f"The edit {mark} is a sentence."
        new = "\n".join([*lines[:place], words, "", *lines[place:]])
        condition = (
            f"[...document.querySelectorAll('main p')].some((p) => p.textContent.includes('{mark} ')"
            + (" && p.querySelector('svg'))" if kind == "formula" else ")")
        )
        figures.append(save(page, file, new, condition))
    save(page, file, text, f"!document.body.textContent.includes('{mark} ')")
    return statistics.median(figures[1:])


def cells(page, file, runs, by_hand, folder):
    """The medians of saves with an edited cell, and of the program by hand, in turn."""
    text = file.read_text()
    ours, theirs = [], []
    for number in range(runs + 1):
        value = f"{os.getpid()}{number}"
        new = text + f"\n```swift\nprint(\"The cell gives {value}.\")\n```\n"
        condition = (
            "[...document.querySelectorAll('.output')]"
            f".some((output) => output.textContent.includes('The cell gives {value}.'))"
        )
        ours.append(save(page, file, new, condition))
        theirs.append(measure(by_hand, folder)[0] * 1000)
    file.write_text(text)
    return statistics.median(ours[1:]), statistics.median(theirs[1:])


def many(course, count):
    """Fills a course with notebooks that refer to each other."""
    for number in range(count):
        other = (number + 1) % count
        (course / f"n{number}.md").write_text(
            f"# Notebook {number} {{#sec-n{number}}}\n\nAfter it comes @sec-n{other}.\n\n"
            f"$$x^{{{number}}}$$ {{#eq-n{number}}}\n\n```swift\nprint({number})\n```\n"
        )


def serve(bin_path, runs, folder):
    """From saving a notebook to the changed pixels in Chromium, beside a program by hand."""
    by_hand = layer_by_hand(bin_path, folder)
    figures = {}
    good = True
    for size in (0, 1000):
        course = folder / f"course-{size}"
        course.mkdir()
        for name in ("softmax-layer.md", "references.bib"):
            shutil.copy(ROOT / "Notebooks" / name, course)
        # What the notebook refers to.
        for name in ("softmax.md", "softmax-jacobian.md"):
            shutil.copy(ROOT / "Notebooks" / name, course)
        many(course, size)
        file = course / "softmax-layer.md"
        with Preview(bin_path, course, folder / f"store-{size}") as preview:
            with Chromium(folder / f"profile-{size}") as browser:
                page = opened(browser, preview, "softmax-layer.html")
                for kind in ("sentence", "formula"):
                    figures[kind, size] = edits(page, file, runs, kind)
                    print(f"{kind}, {size + 3} notebooks  {figures[kind, size]:.0f} ms", flush=True)
                figures["cell", size], hand = cells(page, file, runs, by_hand, folder)
                print(f"cell, {size + 3} notebooks  {figures['cell', size]:.0f} ms, by hand {hand:.0f} ms")
                time.sleep(2)
                before = preview.ticks()
                time.sleep(IDLE_SECONDS)
                idle = preview.ticks() - before
        if size == 0:
            good &= verdict("sentence", figures["sentence", 0], 80, " ms")
            good &= verdict("formula", figures["formula", 0], 120, " ms")
            good &= verdict("cell above 1.1 x by hand", figures["cell", 0] - 1.1 * hand, 60, " ms")
        good &= verdict(f"idle for {IDLE_SECONDS} s, {size + 3} notebooks", idle, 0, " ticks")
    for kind in ("sentence", "formula", "cell"):
        good &= verdict(f"{kind} among 1,003, times among 3", figures[kind, 1000] / figures[kind, 0], 1.2)
    return good
