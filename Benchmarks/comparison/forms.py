"""Writes the layer notebook anew in the languages of other tools.

The prose and the formulas are the notebook's own, and stay so when it changes. Its cells are replaced by
those of `softmax-layer.py` and `softmax-layer.R`, one for one, and the values in its text by the
expressions in `VALUES`. Only as much of the notebook language is known as the notebook uses.

    notebook --pieces--> [Text, Cell] --a Form--> the text of a notebook for another tool
"""
import collections
import json
import pathlib
import re

HERE = pathlib.Path(__file__).resolve().parent

Text = collections.namedtuple("Text", "markdown")
Cell = collections.namedtuple("Cell", "words hidden")

# Each value in the text: in Python, in R, and as somebody types it whose tool sets none.
VALUES = {
    "h.indexOfMaximum + 1": ("int(h.argmax()) + 1", "which.max(h)", "4"),
    "h.maximum.percent(1)": ('f"{h.max():.1%}"', 'sprintf("%.1f%%", 100 * max(h))', "23.1%"),
    "dSdz[2, 2].digits(8)": ('f"{dSdz[2, 2]:.8f}"', 'sprintf("%.8f", dSdz[3, 3])', "0.16990156"),
    "dSdW[1, 4].digits(8)": ('f"{dSdW[1, 4]:.8f}"', 'sprintf("%.8f", dSdW[2, 5])', "0.08105320"),
    "(-1 / h[2]).digits(4)": ('f"{-1 / h[2]:.4f}"', 'sprintf("%.4f", -1 / h[3])', "-4.6086"),
    "crossEntropy(logits: z, targets: y).digits(4)": (
        'f"{cross_entropy(z, y):.4f}"', 'sprintf("%.4f", cross_entropy(z, y))', "1.5279"),
    "inputs.grouped()": ('f"{inputs:,}"', "grouped(inputs)", "1,000"),
    "(inputs * outputs).grouped()": ('f"{inputs * outputs:,}"', "grouped(inputs * outputs)", "1,000,000"),
    "(outputs * outputs).grouped()": (
        'f"{outputs * outputs:,}"', "grouped(outputs * outputs)", "1,000,000"),
    "(outputs * inputs * outputs).grouped()": (
        'f"{outputs * inputs * outputs:,}"', "grouped(outputs * inputs * outputs)", "1,000,000,000"),
    "8 * outputs * inputs * outputs / 1_000_000_000": (
        "8 * outputs * inputs * outputs // 1_000_000_000", "8 * outputs * inputs * outputs / 1e9", "8"),
    "dSdz.count": ("dSdz.size", "length(dSdz)", "25"),
    "dzdW.count": ("dzdW.size", "length(dzdW)", "75"),
    "dSdW.count": ("dSdW.size", "length(dSdW)", "75"),
    "direct.count": ("direct.size", "length(direct)", "15"),
}

# Each value in a display formula: in Python and in R.
MATRICES = {
    "W.transposed": ("tex(W.T)", "tex(t(W))"),
    "x": ("tex(x)", "tex(x)"),
    "z": ("tex(z)", "tex(z)"),
    "(h - y).asRow.digits(4)": ("tex((h - y).round(4)[None])", "tex(t(round(h - y, 4)))"),
    "outerProduct(x, h - y).digits(4)": (
        "tex(np.outer(x, h - y).round(4))", "tex(round(outer(x, h - y), 4))"),
}

PYTHON_TEX = r'''from IPython.display import Math

def tex(a):
    rows = [" & ".join(f"{n:.6g}" for n in np.atleast_1d(row)) for row in a]
    return r"\begin{bmatrix}" + r" \\ ".join(rows) + r"\end{bmatrix}"'''

R_TEX = r'''tex <- function(a) {
  rows <- apply(as.matrix(a), 1, function(row) paste(format(row, digits = 6, trim = TRUE), collapse = " & "))
  paste0("\\begin{bmatrix}", paste(rows, collapse = " \\\\ "), "\\end{bmatrix}")
}
grouped <- function(n) format(n, big.mark = ",", scientific = FALSE)'''


def pieces(notebook):
    """The front matter of a notebook, and its text and cells in order, without what it promises."""
    _, front, body = notebook.split("---\n", 2)
    body = re.sub(r"^# .*\n", "", body, flags=re.M)  # the title again
    keys = dict(re.findall(r"^(\w+): (.+)$", front, re.M))
    abstract = re.search(r"^abstract: \|\n((?:  .*\n)+)", front, re.M).group(1)
    keys["abstract"] = re.sub(r"^  ", "", abstract, flags=re.M)
    fence = re.compile(r"^```(swift|output)(.*)\n(?:.*\n)*?```\n|^<!-- swift\n(?:.*\n)*?-->\n", re.M)
    result, end = [], 0
    for found in fence.finditer(body):
        result.append(Text(body[end:found.start()].strip("\n")))
        if found.group(1) != "output":
            words = dict(re.findall(r'([\w-]+)=("[^"]*"|\S+)', found.group(2) or ""))
            result.append(Cell({k: v.strip('"') for k, v in words.items()}, found.group(1) is None))
        end = found.end()
    result.append(Text(body[end:].strip("\n")))
    return keys, [piece for piece in result if piece != Text("")]


def code(language):
    """The cells in another language."""
    cells = (HERE / f"softmax-layer.{language}").read_text().split("# %%\n")[1:]
    return [cell.strip("\n") for cell in cells]


class Form:
    """A notebook in another language: how each of its parts is written there."""

    language = "py"

    def __init__(self, notebook):
        self.keys, self.pieces = pieces(notebook)
        self.code = code(self.language)
        cells = sum(isinstance(piece, Cell) for piece in self.pieces)
        if cells != len(self.code):
            raise SystemExit(f"softmax-layer.{self.language} has {len(self.code)} cells, the notebook {cells}")
        labels = re.findall(r"\{#(eq-[\w-]+)\}", notebook)
        self.equations = {label: number for number, label in enumerate(labels, 1)}
        self.sections = {label: words for words, label in re.findall(r"^#+ (.*) \{#(sec-.*)\}", notebook, re.M)}

    def parts(self):
        """The text and the cells, each as this language has it, in order."""
        number = 0
        for piece in self.pieces:
            if isinstance(piece, Text):
                yield from self.text(piece.markdown)
            else:
                yield from self.cell(self.code[number], piece)
                number += 1

    def text(self, markdown):
        # A formula that is nothing but a number is a value in the text.
        markdown = re.sub(r"\$\\swift\{([^{}]*)\}\$", r"`{swift} \1`", markdown)
        markdown = re.sub(r"`\{swift\} ([^`]+)`", lambda m: self.value(*VALUES[m[1]]), markdown)
        markdown = re.sub(
            r"^(#+) (.*?)(?: \{#(sec-[\w-]+)\})?$", lambda m: self.heading(*m.groups()), markdown, flags=re.M)
        markdown = re.sub(r"^> \[!NOTE\]\n((?:>.*\n?)+)", lambda m: self.note(m[1]), markdown, flags=re.M)
        markdown = re.sub(r"\]\(([\w-]+)\.md\)", r"](https://example.org/\1.html)", markdown)
        markdown = re.sub(r"\[@layer\]|@bendersky2016", lambda m: self.citation(m[0]), markdown)
        markdown = re.sub(r"@((?:eq|sec|fig)-[\w-]+)", lambda m: self.reference(m[1]), markdown)
        for part in re.split(r"(\$\$[^$]*\\swift[^$]*\$\$)", markdown):
            if r"\swift" in part:
                yield self.computed(part.strip("$"))
            elif part.strip("\n"):
                yield self.markdown(re.sub(
                    r"\$\$([^$]*)\$\$(?: \{#(eq-[\w-]+)\})?", lambda m: self.formula(*m.groups()), part
                ).strip("\n"))

    # What most have in common, who number nothing and know neither notes nor citations.

    def heading(self, marks, words, label):
        return f"{marks} {words}"

    def note(self, quote):
        return "> **Note**\n>\n" + quote

    def citation(self, label):
        if label == "[@layer]":
            return "(“Derivative of the Softmax Layer”, n.d.)"
        address = "https://eli.thegreenplace.net/2016/the-softmax-function-and-its-derivative/"
        return f"[Bendersky (2016)]({address})"

    def reference(self, label):
        if label in self.equations:
            return f"Equation ({self.equations[label]})"
        if label in self.sections:
            return f"[{self.sections[label]}](#{self.sections[label].replace(' ', '-')})"
        return "Figure 1"

    def formula(self, tex, label):
        return f"$${tex}\\tag{{{self.equations[label]}}}$$" if label else f"$${tex}$$"


class Jupyter(Form):
    """A notebook of Jupyter, for nbconvert. Its text sets no values: they are typed."""

    name = "softmax-layer.ipynb"

    def written(self):
        head = f"# {self.keys['title']}\n\n{self.keys['subtitle']}\n\n{self.keys['author']}, {self.keys['date']}"
        cells = [
            self.markdown(f"{head}\n\n{self.keys['abstract']}"),
            self.run("import numpy as np\n" + PYTHON_TEX, ["remove_input"]),
            *self.parts(),
        ]
        for number, cell in enumerate(cells):
            cell["id"] = f"cell-{number}"
        kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
        notebook = {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
        return json.dumps(notebook, indent=1, ensure_ascii=False)

    def markdown(self, text):
        return {"cell_type": "markdown", "metadata": {}, "source": text}

    def run(self, code, tags):
        return {"cell_type": "code", "metadata": {"tags": tags}, "source": code, "outputs": [],
                "execution_count": None}

    def cell(self, code, piece):
        yield self.run(code, ["remove_input"] if piece.hidden or "echo" in piece.words else [])
        if "caption" in piece.words:
            yield self.markdown(f"*Figure 1.* {piece.words['caption']}")

    def value(self, python, r, typed):
        return typed

    def computed(self, tex):
        return self.run(displayed(tex), ["remove_input"])


class MyST(Form):
    """A notebook in MyST Markdown, for Sphinx with MyST-NB. Its values are glued."""

    name = "softmax-layer.md"

    def written(self):
        self.glued = []
        head = "---\nfile_format: mystnb\nkernelspec:\n  name: python3\n  display_name: Python 3\n---\n\n"
        head += f"# {self.keys['title']}\n\n*{self.keys['subtitle']}*\n\n{self.keys['author']}, {self.keys['date']}"
        setup = self.run("import numpy as np\nfrom myst_nb import glue\n" + PYTHON_TEX, ["tags: [remove-cell]"])
        body = list(self.parts())
        glue = [f'glue("{name}", {python}, display=False)' for name, python in self.glued]
        contents = "```{contents}\n:local:\n```"
        parts = [head, self.keys["abstract"], contents, setup, *body]
        return "\n\n".join([*parts, self.run("\n".join(glue), ["tags: [remove-cell]"])]) + "\n"

    def markdown(self, text):
        return text

    def run(self, code, options):
        options = "".join(f"{option}\n" for option in ["---", *options, "---"]) if options else ""
        return f"```{{code-cell}} python\n{options}{code}\n```"

    def cell(self, code, piece):
        options = ["tags: [remove-cell]"] if piece.hidden else []
        if "echo" in piece.words:
            options = ["tags: [remove-input]"]
        if "caption" in piece.words:
            options += ["mystnb:", "  figure:", f"    name: {piece.words['label']}", "    caption: |",
                        f"      {piece.words['caption']}"]
        yield self.run(code, options)

    def value(self, python, r, typed):
        self.glued.append((f"value-{len(self.glued)}", python))
        return f"{{glue:text}}`{self.glued[-1][0]}`"

    def computed(self, tex):
        return self.run(displayed(tex), ["tags: [remove-input]"])

    def heading(self, marks, words, label):
        return f"({label})=\n{marks} {words}" if label else f"{marks} {words}"

    def note(self, quote):
        return ":::{note}\n" + re.sub(r"^> ?", "", quote, flags=re.M).rstrip("\n") + "\n:::\n"

    def reference(self, label):
        if label in self.equations:
            return f"Equation {{eq}}`{label}`"
        return f"{{ref}}`{label}`" if label in self.sections else f"{{numref}}`{label}`"

    def formula(self, tex, label):
        return f"$${tex}$$ ({label})" if label else f"$${tex}$$"

    settings = """project = "Softmax"
extensions = ["myst_nb"]
root_doc = "softmax-layer"
exclude_patterns = ["_build"]
myst_enable_extensions = ["dollarmath", "colon_fence"]
nb_execution_mode = "cache"
nb_execution_raise_on_error = True
numfig = True
"""


class RMarkdown(Form):
    """A notebook in R Markdown, for knitr and pandoc. Its chunks are kept by knitr."""

    name = "softmax-layer.Rmd"
    language = "R"

    def written(self):
        lines = [f'{key}: "{self.keys[key]}"' for key in ["title", "subtitle", "author", "date"]]
        abstract = "".join(f"  {line}\n" for line in self.keys["abstract"].splitlines())
        front = "\n".join(["---", *lines, "abstract: |\n" + abstract.rstrip("\n"),
                           "bibliography: references.bib", "output:", "  html_document:", "    toc: true",
                           "    number_sections: true", "---"])
        keep = "knitr::opts_chunk$set(cache = TRUE, autodep = TRUE)\n"
        setup = self.run(keep + R_TEX, "setup, include=FALSE, cache=FALSE")
        self.chunks = 0
        return "\n\n".join([front, setup, *self.parts(), "# References"]) + "\n"

    def markdown(self, text):
        return text

    def run(self, code, options):
        return f"```{{r {options}}}\n{code}\n```"

    def cell(self, code, piece):
        self.chunks += 1
        options = f"chunk-{self.chunks}"
        options += ", include=FALSE" if piece.hidden else ""
        options += ", echo=FALSE" if "echo" in piece.words else ""
        if "caption" in piece.words:
            options += f', fig.width=7, fig.height=3, fig.cap="{piece.words["caption"]}"'
        yield self.run(code, options)

    def value(self, python, r, typed):
        return f"`r {r}`"

    def computed(self, tex):
        return "$$" + re.sub(r"\\swift\{([^{}]*)\}", lambda m: f"`r {MATRICES[m[1]][1]}`", tex) + "$$"

    def heading(self, marks, words, label):
        return f"{marks[1:]} {words} {{#{label}}}" if label else f"{marks[1:]} {words}"

    def citation(self, label):
        return label

    def reference(self, label):
        return f"[{self.sections[label]}](#{label})" if label in self.sections else super().reference(label)


def displayed(tex):
    """Python that shows a formula with the values in it."""
    words = re.split(r"\\swift\{([^{}]*)\}", tex)
    words = [MATRICES[word][0] if index % 2 else f'r"""{word}"""' for index, word in enumerate(words)]
    return f"Math({' + '.join(words)})"
