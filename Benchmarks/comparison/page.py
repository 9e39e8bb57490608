"""The waits of an author: one page again after each kind of change."""
import functools
import shutil
import subprocess

from comparison import changes
from comparison.tools import NOTEBOOKS, expected_figures
from measuring import absent, in_turn, layer_by_hand, verdict


def page(bin_path, runs, folder):
    """Rendering the layer notebook again, against its program written by hand."""
    notebooks = folder / "Notebooks"
    shutil.copytree(NOTEBOOKS, notebooks)
    notebook = notebooks / "softmax-layer.md"
    render = [bin_path / "render", notebook, "-o", folder / "out", "--store", folder / "store"]

    def changed(how):
        changes.change(notebook, how)
        return render

    by_hand = layer_by_hand(bin_path, folder)
    subprocess.run(render, check=True, stdout=subprocess.DEVNULL)
    good = same_program(by_hand, folder)
    # One that changes nothing comes right after one that changed something, as when an author saves twice.
    hows = [changes.sentence, None, changes.formula, changes.cell]
    results = in_turn([*(functools.partial(changed, how) for how in hows), by_hand], runs, folder)
    sentence, nothing, formula, cell, by_hand = (1000 * seconds for seconds, _ in results)
    print(f"swiftc and run, written by hand  {by_hand:.0f} ms")
    return good & all(
        [
            verdict("nothing changed", nothing, 40, " ms"),
            verdict("a sentence changed", sentence, 60, " ms"),
            verdict("a formula changed", formula, 300, " ms"),
            verdict("a cell changed, 1.15 x by hand + 60 ms", cell, 1.15 * by_hand + 60, " ms"),
        ]
    )


def same_program(by_hand, folder):
    """Whether the program by hand prints the figures that the page shows."""
    printed = subprocess.run(by_hand, cwd=folder, check=True, capture_output=True, text=True).stdout
    expected = expected_figures((folder / "out/softmax-layer.html").read_text())
    lacking = absent(expected, printed)
    if lacking:
        print(f"  the program by hand does not print what the page shows: {' '.join(lacking)}")
    return not lacking
