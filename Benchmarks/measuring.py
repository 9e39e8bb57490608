"""What the benchmarks share: building the program, and measuring whole processes in turn."""
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent


def build(scratch):
    """Builds the release program, and the libraries for programs by hand; returns their folder."""
    options = ["-c", "release", "--package-path", str(ROOT)]
    if scratch:
        options += ["--scratch-path", scratch]
    for goal in (["--product", "render"], ["--target", "LayerCalculus"], ["--target", "Plotting"]):
        subprocess.run(["swift", "build", *goal, *options], check=True)
    path = subprocess.run(
        ["swift", "build", "--show-bin-path", *options], check=True, capture_output=True, text=True
    )
    return pathlib.Path(path.stdout.strip())


def measure(command, cwd, statuses=(0,)):
    """Runs a command: its seconds from start to end and its largest memory in bytes.

    The memory is that of the largest of its processes, not their sum.
    """
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=cwd, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in statuses:
        sys.exit(f"{' '.join(map(str, command))}\n{errors.decode()}")
    scale = 1 if sys.platform == "darwin" else 1024
    return seconds, usage.ru_maxrss * scale


def in_turn(commands, runs, cwd, warm=1, statuses=(0,)):
    """Runs commands A B A B …, the first turns without counting, and returns each one's medians.

    A command may be a function that prepares a run and returns the command that is measured.
    """
    results = [[] for _ in commands]
    for turn in range(warm + runs):
        for command, counted in zip(commands, results):
            figures = measure(command() if callable(command) else command, cwd, statuses)
            if turn >= warm:
                counted.append(figures)
    return [
        (statistics.median(f[0] for f in counted), statistics.median(f[1] for f in counted))
        for counted in results
    ]


def anew(folder):
    """The options with which nothing that was kept is used."""
    return ["--fresh", "--store", folder / "store"]


def verdict(name, value, limit, unit=""):
    word = "within" if value <= limit else "OVER"
    print(f"  {name}: {digits(value)}{unit}, {word} {digits(limit)}{unit}", flush=True)
    return value <= limit


def digits(value):
    return f"{value:.3g}" if value < 1000 else f"{value:.0f}"


def linked(bin_path, modules):
    """What `swiftc` needs to import and link modules of this package."""
    objects = [
        str(file) for module in modules for file in sorted((bin_path / f"{module}.build").glob("*.o"))
    ]
    return ["-I", str(bin_path / "Modules"), *objects]


def layer_by_hand(bin_path, folder):
    """The command that compiles, links and runs the layer notebook's program written by hand."""
    source = folder / "main.swift"
    shutil.copy(ROOT / "Benchmarks/programs/softmax-layer.swift", source)
    link = linked(bin_path, ["NotebookDisplay", "LayerCalculus", "Plotting"])
    script = folder / "by-hand.sh"
    script.write_text("set -e\n" + " ".join(["swiftc", str(source), *link, "-o", "program"]) + "\n./program\n")
    return ["sh", script]


NUMBER = re.compile(r"(?<![\w.])[-−]?\d+(?:\.\d*)?(?:[eE][-+]?\d+)?")


def figures(text):
    """The numbers in a text as they are written, `1,000` as one."""
    return [n.replace("−", "-") for n in NUMBER.findall(re.sub(r"(?<=\d),(?=\d{3}\b)", "", text))]


def absent(expected, text):
    """Which of the expected figures a text lacks, to one unit in their last written place."""
    there = sorted(float(number) for number in figures(text))
    return [
        figure
        for figure in dict.fromkeys(expected)
        if not any(abs(number - float(figure)) <= 1.001 * last_place(figure) for number in there)
    ]


def last_place(figure):
    return 10.0 ** -len(figure.partition(".")[2])
