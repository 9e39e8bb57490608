"""A course as a site, and its preview, by Lectern and by what one would take instead."""
import functools
import random
import shutil
import signal
import socket
import statistics
import subprocess
import time
import urllib.error
import urllib.request

from chromium import Chromium
from comparison import installing
from comparison.tools import quiet_surroundings, seconds
from material import formula, sentence
from measuring import in_turn, measure

CHAPTERS = 20
FORMULAS = 10
PROGRAMS = 10
# The chapter that is written.
CHAPTER = CHAPTERS // 2


def names():
    return [f"chapter-{index:02}" for index in range(CHAPTERS)]


def blocks(index):
    """A chapter's title, its prose with formulas, and the number that its cell computes with."""
    chance = random.Random(index)
    parts = [f"# Chapter {index}"]
    for number in range(FORMULAS):
        if number % 5 == 0:
            parts.append(f"## Section {number // 5 + 1}")
        tex = formula(index * FORMULAS + number)
        prose = " ".join(sentence(chance, 12) for _ in range(3))
        parts += [prose, tex] if tex.startswith("$$") else [f"{prose} So {tex} holds."]
    return parts, index % PROGRAMS


class Site:
    """A tool with the course in a folder of its own."""

    kept = ["out"]
    hasCells = True

    def __init__(self, folder, bin_path):
        self.folder = folder / type(self).__name__.lower()
        self.bin_path = bin_path
        self.source = self.folder / "course"
        self.source.mkdir(parents=True)
        for index, name in enumerate(names()):
            (self.source / f"{name}.md").write_text(self.chapter(*blocks(index)))
        self.prepare()

    def chapter(self, parts, number):
        return "\n\n".join([*parts, self.cell(number)]) + "\n"

    def from_nothing(self):
        """The command that makes the site, where nothing is left of the last time."""
        for kept in self.kept:
            shutil.rmtree(self.folder / kept, ignore_errors=True)
        return self.build

    def page(self, port):
        return f"http://127.0.0.1:{port}/{names()[CHAPTER]}.html"


class Lectern(Site):
    title = "`render`, `render serve`"
    kept = ["out", "store"]

    def prepare(self):
        chapters = "".join(f"- {name}.md\n" for name in names())
        (self.source / "lectern.yml").write_text(f"title: A course\nchapters:\n{chapters}")
        store = ["--store", self.folder / "store"]
        self.build = [self.bin_path / "render", self.source, "-o", self.folder / "out", *store]

    def cell(self, number):
        return f"```swift\nlet n = {number}\nprint(\"The cell gives \\(n * n).\")\n```"

    def serve(self, port):
        return [self.bin_path / "render", "serve", self.source, "--port", str(port), "--store",
                self.folder / "store", "--quiet"]

    @staticmethod
    def missing():
        return None

    @staticmethod
    def versions():
        return "this program"


class MySTNB(Site):
    title = "Sphinx with MyST-NB, `sphinx-autobuild`"
    kept = ["out", ".jupyter_cache", "jupyter_execute"]
    head = "---\nfile_format: mystnb\nkernelspec:\n  name: python3\n---\n\n"

    def prepare(self):
        (self.source / "conf.py").write_text(
            'project = "A course"\nextensions = ["myst_nb"]\nexclude_patterns = ["_build"]\n'
            'myst_enable_extensions = ["dollarmath"]\nnb_execution_mode = "cache"\n'
        )
        chapters = "\n".join(names())
        (self.source / "index.md").write_text(f"# A course\n\n```{{toctree}}\n{chapters}\n```\n")
        places = [self.source, self.folder / "out"]
        self.build = [installing.ENVIRONMENT / "bin/sphinx-build", "-q", "-b", "html", *places]
        self.autobuild = [installing.ENVIRONMENT / "bin/sphinx-autobuild", "-q", *places]

    def chapter(self, parts, number):
        return self.head + super().chapter(parts, number)

    def cell(self, number):
        return f"```{{code-cell}}\nn = {number}\nprint(f\"The cell gives {{n * n}}.\")\n```"

    def serve(self, port):
        return [*self.autobuild, "--port", str(port)]

    @staticmethod
    def missing():
        return installing.what_lacks("sphinx-autobuild")

    @staticmethod
    def versions():
        return installing.versions(["myst-nb", "Sphinx", "sphinx-autobuild", "ipykernel"])


class Material(Site):
    title = "Material for MkDocs, `mkdocs serve`"
    hasCells = False

    def prepare(self):
        settings = self.folder / "mkdocs.yml"
        chapters = "".join(f"- {name}.md\n" for name in names())
        settings.write_text(
            "site_name: A course\ndocs_dir: course\ntheme: {name: material, font: false}\n"
            "use_directory_urls: false\nmarkdown_extensions:\n- pymdownx.arithmatex: {generic: true}\n"
            f"nav:\n{chapters}"
        )
        program = installing.ENVIRONMENT / "bin/mkdocs"
        self.build = [program, "build", "-q", "-f", settings, "-d", self.folder / "out"]
        self.program = [program, "serve", "-q", "-f", settings, "--livereload"]

    def cell(self, number):
        return f"```swift\nlet n = {number}\nprint(\"The cell gives \\(n * n).\")\n```"

    def serve(self, port):
        return [*self.program, "-a", f"127.0.0.1:{port}"]

    @staticmethod
    def missing():
        return installing.what_lacks("mkdocs")

    @staticmethod
    def versions():
        return installing.versions(["mkdocs-material", "mkdocs"])


class Server:
    """A tool's preview, as long as a `with` lasts."""

    def __init__(self, site):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.process = subprocess.Popen(
            site.serve(self.port), cwd=site.folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=True,
        )
        self.address = site.page(self.port)
        while True:
            try:
                urllib.request.urlopen(self.address, timeout=60).read()
                return
            except (urllib.error.URLError, OSError):
                if self.process.poll() is not None:
                    raise SystemExit(f"{site.title} has ended")
                time.sleep(0.1)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def save_to_pixels(site, runs, profile):
    """The medians in milliseconds from saving a sentence, and another cell, to the frame that has what comes of it."""
    file = site.source / f"{names()[CHAPTER]}.md"
    parts, number = blocks(CHAPTER)
    original = file.read_text()
    found = {"sentence": [], "cell": []}
    with Server(site) as server, Chromium(profile) as browser:
        page = browser.open(server.address)
        page.shown("document.querySelector('h2')")
        time.sleep(2)
        for turn in range(runs + 1):
            for kind in found:
                if kind == "cell" and not site.hasCells:
                    continue
                # Each is another one, so that nobody has it kept.
                mark = 100000 + turn * 7 + server.port
                if kind == "sentence":
                    text = site.chapter([*parts[:4], f"This is the edit {mark}.", *parts[4:]], number)
                    wanted = f"This is the edit {mark}."
                else:
                    text = site.chapter(parts, mark)
                    wanted = f"The cell gives {mark * mark}."
                time.sleep(1)
                start = time.time() * 1000
                file.write_text(text)
                found[kind].append(page.shown(f"document.body?.textContent.includes({wanted!r})") - start)
    file.write_text(original)
    return {kind: statistics.median(figures[1:]) for kind, figures in found.items() if figures}


def site(bin_path, runs, folder):
    """A course as a site from nothing, and from a save to the changed pixels of its preview."""
    quiet_surroundings()
    sites, absentees = [], {}
    for tool in [Lectern, MySTNB, Material]:
        if tool.missing():
            absentees[tool] = tool.missing()
        else:
            sites.append(tool(folder, bin_path))
    for tool in sites:
        print(f"{tool.title:40} {tool.versions()}", flush=True)
    commands = [functools.partial(tool.from_nothing) for tool in sites]
    # What is not counted fills caches of fonts and bytecode.
    for command in commands:
        measure(command(), folder)
    results = in_turn(commands, runs, folder, warm=0)
    print(f"\n| {CHAPTERS} chapters | site from nothing | memory | sentence: save to pixels | cell: save to pixels |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for tool, (time_taken, memory) in zip(sites, results):
        pixels = save_to_pixels(tool, runs, folder / f"profile-{type(tool).__name__}")
        cells = [f"{pixels[kind]:.0f} ms" if kind in pixels else "runs none" for kind in ("sentence", "cell")]
        print(f"| {tool.title} | {seconds(time_taken)} | {memory / 1e6:.0f} MB | " + " | ".join(cells) + " |", flush=True)
    for tool, command in absentees.items():
        print(f"| {tool.title} | missing: {command} | | | |")
    return True
