"""Lectern beside what one would take instead, on the same notebook."""
import functools
import html
import os
import pathlib
import re
import shutil

from comparison import changes, forms, installing
from measuring import ROOT, absent, figures, in_turn, measure

NOTEBOOKS = ROOT / "Notebooks"
SITUATIONS = {
    "cold": None,
    "unchanged": None,
    "prose changed": changes.sentence,
    "cell changed": changes.cell,
}


class Tool:
    """A tool with its notebook in a folder of its own."""

    def __init__(self, folder, bin_path):
        self.folder = folder / type(self).__name__.lower()
        self.bin_path = bin_path
        self.folder.mkdir()
        self.prepare()

    def start(self, situation):
        """Brings the notebook into a situation and returns the command that renders it."""
        if situation == "cold":
            for kept in self.kept:
                shutil.rmtree(self.folder / kept, ignore_errors=True)
        changes.change(self.source, SITUATIONS[situation])
        return self.command

    def write(self, form):
        form = form((NOTEBOOKS / "softmax-layer.md").read_text())
        self.source = self.folder / form.name
        self.source.write_text(form.written())


class Lectern(Tool):
    title = "`render`"
    kept = ["store", "out"]

    def prepare(self):
        shutil.copytree(NOTEBOOKS, self.folder / "Notebooks")
        self.source = self.folder / "Notebooks/softmax-layer.md"
        self.command = [self.bin_path / "render", self.source, "-o", self.folder / "out",
                        "--store", self.folder / "store"]
        self.page = self.folder / "out/softmax-layer.html"

    @staticmethod
    def missing():
        return None

    @staticmethod
    def versions():
        return "this program"


class NBConvert(Tool):
    title = "`jupyter nbconvert --execute`"
    kept = ["out"]

    def prepare(self):
        self.write(forms.Jupyter)
        remove = ["--TagRemovePreprocessor.enabled=True", "--TagRemovePreprocessor.remove_input_tags=remove_input"]
        self.command = [installing.ENVIRONMENT / "bin/jupyter", "nbconvert", "--execute", "--to", "html", *remove,
                        "--output-dir", self.folder / "out", self.source]
        self.page = self.folder / "out/softmax-layer.html"

    @staticmethod
    def missing():
        return installing.what_lacks("jupyter-nbconvert")

    @staticmethod
    def versions():
        return installing.versions(["nbconvert", "ipykernel", "numpy", "matplotlib"])


class MySTNB(Tool):
    title = "`sphinx-build` with MyST-NB"
    kept = ["_build"]

    def prepare(self):
        self.write(forms.MyST)
        (self.folder / "conf.py").write_text(forms.MyST.settings)
        self.command = [installing.ENVIRONMENT / "bin/sphinx-build", "-q", "-b", "html", self.folder,
                        self.folder / "_build/html"]
        self.page = self.folder / "_build/html/softmax-layer.html"

    @staticmethod
    def missing():
        return installing.what_lacks("sphinx-build")

    @staticmethod
    def versions():
        return installing.versions(["myst-nb", "Sphinx", "jupyter-cache", "ipykernel", "numpy", "matplotlib"])


class RMarkdown(Tool):
    title = "`rmarkdown::render` with knitr's cache"
    kept = ["softmax-layer_cache", "softmax-layer_files"]

    def prepare(self):
        self.write(forms.RMarkdown)
        shutil.copy(NOTEBOOKS / "references.bib", self.folder)
        self.command = ["Rscript", "-e", f'rmarkdown::render("{self.source}", quiet = TRUE)']
        self.page = self.folder / "softmax-layer.html"

    @staticmethod
    def missing():
        if installing.r_is_there():
            return None
        return "Benchmarks/compare --install, as root, or apt-get install " + " ".join(installing.PACKAGES)

    @staticmethod
    def versions():
        return installing.r_versions()


def tools(bin_path, runs, folder):
    """One notebook, rendered by Lectern and by what one would take instead."""
    quiet_surroundings()
    measured, absentees = [], {}
    for tool in [Lectern, NBConvert, MySTNB, RMarkdown]:
        if tool.missing():
            absentees[tool] = tool.missing()
        else:
            measured.append(tool(folder, bin_path))
    for tool in measured:
        print(f"{tool.title:40} {tool.versions()}")
    commands = [functools.partial(tool.start, situation) for situation in SITUATIONS for tool in measured]
    # The first turn, which is not counted, fills caches of fonts and bytecode, and its pages are compared.
    for command in commands:
        measure(command(), folder)
    good = alike(measured)
    results = iter(in_turn(commands, runs, folder, warm=0))
    table = {situation: {tool: next(results) for tool in measured} for situation in SITUATIONS}
    print("\n| | " + " | ".join(SITUATIONS) + " | memory |")
    print("| --- |" + " ---: |" * (len(SITUATIONS) + 1))
    for tool in measured:
        cells = [f"{seconds(table[situation][tool][0])}" for situation in SITUATIONS]
        memory = max(table[situation][tool][1] for situation in SITUATIONS)
        print(f"| {tool.title} | " + " | ".join(cells) + f" | {memory / 1e6:.0f} MB |")
    for tool, command in absentees.items():
        print(f"| {tool.title} | missing: {command} |" + " |" * len(SITUATIONS))
    return good


def seconds(time):
    return f"{time:.2f} s" if time >= 0.1 else f"{time:.3f} s"


def alike(measured):
    """Whether each page has the figures that Lectern's has."""
    expected = expected_figures(measured[0].page.read_text())
    good = True
    for tool in measured:
        text = plain(tool.page.read_text())
        lacking = absent(expected, text)
        if lacking or re.search(r"\bfalse\b", re.sub("(?s).*<body", "", text), re.I):
            print(f"  the page of {tool.title} lacks figures of Lectern's: {' '.join(lacking) or 'true'}")
            good = False
    print(f"  each page has the {len(expected)} figures that Lectern's shows" if good else "")
    return good


def expected_figures(page):
    """The figures in the outputs and in the text of a page of Lectern's, and those it was promised."""
    shown = re.findall(r'(?s)<pre class="output">(.*?)</pre>|<span class="value">(.*?)</span>', page)
    promised = re.findall(r"(?ms)^```output\n(.*?)^```", (NOTEBOOKS / "softmax-layer.md").read_text())
    texts = [html.unescape(a or b) for a, b in shown] + promised
    return list(dict.fromkeys(figure for text in texts for figure in figures(text)))


def plain(page):
    """The text of a page, without its scripts and styles."""
    page = re.sub(r"(?s)<(script|style|svg)\b.*?</\1>", " ", page)
    page = re.sub(r"</?(?:td|th|tr|p|div|pre|li|h\d|br)\b[^>]*>", " ", page)
    return html.unescape(re.sub(r"<[^>]*>", "", page))


def quiet_surroundings():
    """Keeps a reader's own settings of these tools out of the measurement, and their caches out of the home."""
    for name in ["IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "MPLCONFIGDIR"]:
        os.environ[name] = str(installing.CACHE / name.lower())
        pathlib.Path(os.environ[name]).mkdir(parents=True, exist_ok=True)
