"""A search in a course of 1,000 notebooks: its size, what it costs to make, and how soon it finds."""
import itertools
import json
import random
import re
import statistics
import time

from chromium import Chromium
from material import formula
from measuring import in_turn, verdict

COUNT = 1000
SECTIONS = 6
SYLLABLES = "ba de fi go lu ma ne pi ro su ta ve wi xo yu za kra ste pli gno".split()

# What is typed, and why it is among the cases.
ASKED = {
    "a rare word": "LAST",
    "two frequent words": "FIRST SECOND",
    "one letter": "s",
    "TeX": "\\frac{\\partial",
}


def vocabulary(count):
    """Made-up words, the frequent ones short."""
    words = ("".join(parts) for size in (2, 3, 4) for parts in itertools.product(SYLLABLES, repeat=size))
    chosen = list(itertools.islice(words, 0, 60000, 7))
    random.Random(1).shuffle(chosen)
    return sorted(chosen[:count], key=len)


class Words:
    """Words as often as in a language: the n-th one n times as seldom as the first."""

    def __init__(self, seed, words):
        self.chance = random.Random(seed)
        self.words = words
        self.weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(words))))

    def take(self, count):
        return " ".join(self.chance.choices(self.words, cum_weights=self.weights, k=count))


def notebook(index, words):
    """A notebook of about a thousand words and twenty formulas."""
    text = Words(index, words)
    parts = [f"# {text.take(3).capitalize()} {index}"]
    for section in range(SECTIONS):
        parts.append(f"## {text.take(4).capitalize()} {{#sec-{index}-{section}}}")
        for paragraph in range(3):
            tex = formula(index * 20 + section * 3 + paragraph)
            parts.append(f"{text.take(30).capitalize()}. {text.take(20).capitalize()}.")
            parts.append(tex if tex.startswith("$$") else f"So {tex}.")
        parts.append(f"> [!DEFINITION] {text.take(2).capitalize()}\n> {text.take(15).capitalize()}.")
    return "\n\n".join(parts) + "\n"


def make(folder, words):
    """The notebooks, once under a project file and once without."""
    names = [f"{index:04}.md" for index in range(COUNT)]
    texts = [notebook(index, words) for index in range(COUNT)]
    for course in ("course", "pages"):
        (folder / course).mkdir()
        for name, text in zip(names, texts):
            (folder / course / name).write_text(text)
    (folder / "course/lectern.yml").write_text("title: A course\nchapters:\n" + "".join(f"- {name}\n" for name in names))
    return sum(len(re.sub(r"[{}#>\[\]$!]", " ", text).split()) for text in texts)


def first_result(browser, page, typed):
    """Milliseconds from asking for the search to the frame that has its first result, and from then on to that of
    the same text typed again with all loaded."""
    shown = browser.open(page.as_uri())
    shown.wait("document.querySelector('button.search') && !document.querySelector('button.search').hidden")
    time.sleep(0.3)
    found = "document.querySelector('dialog.search [role=option]')"
    figures = []
    for _ in range(2):
        # The text is there as soon as there is a place for it.
        shown.value(
            f"""
            window.begun = undefined;
            const ask = () => {{
              const input = document.querySelector("dialog.search[open] input");
              if (!input) return setTimeout(ask, 0);
              input.value = {json.dumps(typed)};
              input.dispatchEvent(new Event("input"));
            }};
            window.ask = ask;
            1
            """.replace("const ask", "var ask")
        )
        shown.watch(found)
        shown.value(
            "window.begun = performance.timeOrigin + performance.now();"
            "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: '/', bubbles: true})); ask(); 1"
        )
        figures.append(shown.painted() - shown.value("window.begun"))
        shown.value(
            "document.querySelector('dialog.search').close();"
            "document.querySelector('dialog.search input').value = '';"
            "document.querySelector('dialog.search input').dispatchEvent(new Event('input')); 1"
        )
        time.sleep(0.1)
    shown.value("window.close(); 1")
    return figures


def search(bin_path, runs, folder):
    """The search in a course of 1,000 notebooks."""
    words = vocabulary(8000)
    count = make(folder, words)
    turns = itertools.count()

    def from_nothing(course):
        def command():
            turn = next(turns)
            return [bin_path / "render", folder / course, "-o", folder / f"out-{turn}", "--store", folder / f"store-{turn}"]

        return command

    def again(course):
        return [bin_path / "render", folder / course, "-o", folder / f"out-{course}", "--store", folder / f"store-{course}"]

    # Each from nothing takes long, and lies in folders of its own.
    (site, _), (pages, _) = in_turn([from_nothing("course"), from_nothing("pages")], max(1, runs // 5), folder, warm=0)
    in_turn([again("course"), again("pages")], 1, folder, warm=1)
    # What was just written is not trusted to be as it was.
    time.sleep(3)
    (site_again, _), (pages_again, _) = in_turn([again("course"), again("pages")], runs, folder, warm=2)
    files = list((folder / "out-course/search").iterdir())
    size = sum(file.stat().st_size for file in files)
    print(f"{count} words of text; {len(files)} files, {size / 1e6:.1f} MB")
    print(f"the site from nothing    {site:.2f} s, its pages alone {pages:.2f} s")
    print(f"the site unchanged       {site_again:.3f} s, its pages alone {pages_again:.3f} s")
    asked = {kind: text.replace("LAST", words[-1]).replace("FIRST", words[0]).replace("SECOND", words[1])
             for kind, text in ASKED.items()}
    figures = {}
    with Chromium(folder / "profile") as browser:
        for kind, text in asked.items():
            found = [first_result(browser, folder / "out-course/0500.html", text) for _ in range(runs + 1)][1:]
            figures[kind] = statistics.median(cold for cold, _ in found)
            print(f"{kind:20} {figures[kind]:.0f} ms, again {statistics.median(warm for _, warm in found):.0f} ms")
    return all(
        [
            verdict("index, bytes a word", size / count, 60),
            verdict("site from nothing, times its pages", site / pages, 1.15),
            verdict("site unchanged, times its pages", site_again / pages_again, 1.15),
            *(verdict(f"first result, {kind}", figure, 100, " ms") for kind, figure in figures.items()),
        ]
    )
