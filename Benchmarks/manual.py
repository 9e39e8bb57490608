"""Made-up manuals for the benchmarks: a tidy one, and one as they are found."""
import random

from material import DOT, WORDS, sentence


def tidy(size):
    """Markdown of every kind in the proportions of a long manual, the same at each call."""
    return Manual().text(size)


def found(size, folder, mistaken):
    """A manual with thousands of images, labels, references and slips, and the images' files.

    With `mistaken`, some of the slips are errors, so that no page is made.
    """
    manual = Found(size, mistaken)
    text = manual.text(size)
    for image in range(manual.images):
        (folder / f"image-{image}.gif").write_bytes(DOT)
    return text


class Manual:
    """Blocks of Markdown, drawn by lot."""

    def __init__(self):
        self.chance = random.Random(7)

    def text(self, size):
        blocks, length = [], 0
        while length < size:
            blocks.append(self.block())
            length += len(blocks[-1]) + 2
        return "\n\n".join(blocks) + "\n"

    def word(self):
        return self.chance.choice(WORDS)

    def sentence(self, count):
        return sentence(self.chance, count)

    def aside(self):
        """What stands between two sentences, if anything."""
        extra = self.chance.random()
        if extra < 0.15:
            return f"See *{self.word()}* and **{self.word()}**."
        if extra < 0.25:
            return f"Call `{self.word()}()` first."
        if extra < 0.32:
            return f"More [about it](https://example.org/{self.word()})."
        if extra < 0.42:
            return r"So $a_i = \sigma(z_i)$ holds."
        return ""

    def paragraph(self):
        text = []
        for _ in range(self.chance.randint(2, 5)):
            text += [self.sentence(self.chance.randint(8, 16)), self.aside()]
        lines, line = [], ""
        for word in " ".join(part for part in text if part).split(" "):
            if len(line) + len(word) > 92:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}" if line else word
        return "\n".join([*lines, line])

    def block(self):
        kind = self.chance.random()
        if kind < 0.62:
            return self.paragraph()
        if kind < 0.72:
            return "#" * self.chance.randint(2, 4) + " " + self.sentence(4)[:-1]
        if kind < 0.82:
            return "\n".join("- " + self.sentence(8) for _ in range(self.chance.randint(2, 6)))
        if kind < 0.86:
            return f"> {self.sentence(10)}\n> {self.sentence(9)}"
        if kind < 0.90:
            return "```python\n" + "\n".join(f"x = f({i})" for i in range(6)) + "\n```"
        if kind < 0.93:
            rows = "\n".join(f"| {self.word()} | {i} | x |" for i in range(5))
            return f"| a | b | c |\n|---|:-:|--:|\n{rows}"
        if kind < 0.96:
            return "$$\n\\frac{\\partial a_i}{\\partial z_j} = a_i(\\delta_{ij} - a_j)\n$$"
        if kind < 0.98:
            return f"1. {self.sentence(6)}\n2. {self.sentence(7)}"
        return f'<div class="note">\n{self.sentence(5)}\n</div>'


class Found(Manual):
    """A manual in which people have worked: figures, labels, references, notes, and slips."""

    # As many of each as this in ten megabytes.
    OF_EACH = 4000

    def __init__(self, size, mistaken):
        super().__init__()
        self.mistaken = mistaken
        self.images = self.labels = self.slips = self.notes = 0
        # A block is some 150 bytes long.
        self.share = self.OF_EACH * 150 / 10e6

    def block(self):
        kind = self.chance.random() / self.share
        if kind < 1:
            self.images += 1
            name = self.images - 1
            return f"![{self.sentence(3)[:-1]} $x_{{{name}}}$](image-{name}.gif){{#fig-{name}}}"
        if kind < 2:
            self.labels += 1
            return f"$$\nx_{{{self.labels}}} = \\sigma(z)\n$$ {{#eq-{self.labels}}}"
        if kind < 3:
            return f"{self.sentence(5)} {self.reference()}; {self.sentence(5)} {self.reference()}."
        if kind < 4:
            self.slips += 1
            return f"{self.sentence(5)} {self.slip()}, {self.sentence(5)}"
        if kind < 4.5:
            self.notes += 1
            return f"{self.sentence(5)}[^note-{self.notes}]\n\n[^note-{self.notes}]: {self.sentence(5)}"
        if kind < 5:
            return f"> [!THEOREM] {self.sentence(2)[:-1]} {{#thm-{self.chance.random()}}}\n> {self.sentence(9)}"
        return super().block()

    def reference(self):
        kind, count = self.chance.choice([("fig", self.images), ("eq", self.labels + 1)])
        number = self.chance.randrange(count) if count else 0
        return f"@{kind}-{number}" if number else "it"

    def slip(self):
        warned = [f"[there](#nowhere-{self.slips})", f"[there](missing-{self.slips}.md)", f"costs 5$ or {self.slips}$ a year",
                  f"[^missing-{self.slips}]", f"`{{swfit}} {self.slips}`"]
        wrong = [f"@fig-{self.slips}-missing", f"![{self.word()}](missing-{self.slips}.gif)", rf"\eqref{{eq-{self.slips}-missing}}"]
        return self.chance.choice(warned + wrong if self.mistaken else warned)
