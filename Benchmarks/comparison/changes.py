"""Changes to the layer notebook, each unlike all before it, so that nothing kept fits by chance."""
import itertools
import re
import time

# Counted on from the time, so that what another run left is not met either.
counter = itertools.count(time.time_ns() // 1_000_000 % 1_000_000_000)


def sentence(text):
    """One sentence of the prose says something else."""
    return once(r"which way one goes(, in run \d+)?\.", lambda m: f"which way one goes, in run {next(counter)}.", text)


def formula(text):
    """One display formula has another index."""
    return once(
        r"\$\$\\mathbf\{z\}(_\{\d+\})? = W\^", lambda m: rf"$$\mathbf{{z}}_{{{next(counter)}}} = W^", text)


def cell(text):
    """One cell, near the end, computes with another number."""
    return once(r"\bstep (=|<-) 1(\.\d+)?e-5", lambda m: f"step {m[1]} 1.{next(counter):012}e-5", text)


def once(pattern, replacement, text):
    text, count = re.subn(pattern, replacement, text)
    if count != 1:
        raise SystemExit(f"the notebook has {count} places like {pattern}, not one")
    return text


def change(file, how):
    """Changes a file, or leaves it as it is."""
    if how:
        file.write_text(how(file.read_text()))
