"""The kernels of LayerCalculus beside NumPy's and PyTorch's, one thread and all cores."""
import math
import os
import pathlib
import statistics
import subprocess
import sys
import time

from measuring import ROOT, digits, verdict

CACHE = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "lectern-benchmarks"
PROGRAMS = ROOT / "Benchmarks/programs"
NUMPY = "numpy==2.4.6"
TORCH = "torch==2.15.0"

# An exponential is counted as 32 operations: its polynomial, the reduction and the scaling.
EXP = 32
# What each does, its bytes and operations, how much of NumPy's time it may take, and how often it is run in a turn.
KERNELS = {
    "exp": ("exp of 1,000,000", 16e6, 1e6 * EXP, 0.9, 20),
    "softmax": ("softmax of 1,000,000", 16e6, 1e6 * (EXP + 4), 0.9, 12),
    "rows": ("softmax of rows, 4096×1000", 65.536e6, 4.096e6 * (EXP + 4), 0.9, 4),
    "jacobian": ("Jacobian of 2048", 33.6e6, 8.4e6, 0.9, 4),
    "sums": ("weighted sums, 64×8192", 4.26e6, 1.05e6, 0.9, 100),
    "gradient": ("layer gradient, 1024×1024", 8.41e6, 1.05e6, 0.9, 30),
    "product": ("matrix product of 1024", 25.2e6, 2 * 1024**3, 1.1, 3),
    "chain": ("chain of 512×784→10", 3.4e6, 4 * 512 * 784 * 10, 0.7, 20),
}


class Worker:
    """A program that runs kernels when it is asked to."""

    def __init__(self, command, threads, folder):
        names = ("LECTERN_THREADS", "OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
        environment = {name: value for name, value in os.environ.items() if name not in names}
        if threads:
            environment.update({name: str(threads) for name in names})
        self.process = subprocess.Popen(
            [*map(str, command), str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
        )

    def ask(self, *words):
        """A result and the seconds of each run."""
        self.process.stdin.write(" ".join(map(str, words)) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"kernels: {self.process.args[0]} ended while it was asked for {words[0]}")
        result, *times = map(float, line.split())
        return result, times

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def kernels(bin_path, runs, folder):
    """The kernels of LayerCalculus beside NumPy's, as notebooks call them; seconds, and times NumPy's."""
    python, has_torch = installed()
    program = compiled(bin_path, folder)
    subprocess.run([python, PROGRAMS / "kernels_numpy.py", folder, "write"], check=True)
    good = True
    for threads in (1, None):
        commands = {"ours": [program], "NumPy": [python, PROGRAMS / "kernels_numpy.py"]}
        if has_torch:
            commands["PyTorch"] = [python, PROGRAMS / "kernels_torch.py"]
        workers = {name: Worker(command, threads, folder) for name, command in commands.items()}
        print(f"{'one thread' if threads else f'all {os.cpu_count()} cores'}, milliseconds")
        good &= compared(workers, runs, limits_of_machine(workers["ours"]) if threads else None)
        for worker in workers.values():
            worker.end()
    return good


def compared(workers, runs, machine):
    figures, good = {}, True
    for name, (title, size, operations, _, _) in KERNELS.items():
        times = medians(workers, name, runs)
        figures[name] = times["ours"] / times["NumPy"]
        text = "  ".join(f"{who} {1000 * seconds:8.3f}" for who, seconds in times.items())
        if machine:
            copy = statistics.median(workers["ours"].ask("copy", int(size))[1])
            text += f"  {share(copy, times['ours'])} of copying, {share(operations / machine, times['ours'])} of the units"
        print(f"  {title:28} {text}", flush=True)
    for name, (title, _, _, limit, _) in KERNELS.items():
        good &= verdict(f"{title}, times NumPy's", figures[name], limit)
    return good


def medians(workers, name, runs):
    """Each one's median; A B A B …, and that they compute the same."""
    times, results = {who: [] for who in workers}, {}
    for turn in range(runs + 1):
        for who, worker in workers.items():
            # Threads that wait for work spin for a while, on the cores that the other one needs.
            time.sleep(0.25)
            result, seconds = worker.ask(name, KERNELS[name][-1])
            results[who] = result
            # The first of a turn finds the other's numbers in the caches.
            if turn:
                times[who] += seconds[1:]
    for who, result in results.items():
        if not math.isclose(result, results["ours"], rel_tol=1e-9, abs_tol=1e-15):
            sys.exit(f"kernels: {name} is {results['ours']} here and {result} by {who}")
    return {who: statistics.median(seconds) for who, seconds in times.items()}


def limits_of_machine(worker):
    """The operations a second of one core's vector units."""
    _, times = worker.ask("multiply", 1)
    peak = 5_208_333 * 12 * 16 / min(times)
    print(f"  vector units: {digits(peak / 1e9)} thousand million operations a second")
    return peak


def share(least, seconds):
    return f"{100 * least / seconds:3.0f} %"


def installed():
    """A Python with NumPy, and whether it has PyTorch, which takes 3 GB and is asked for by hand."""
    folder = CACHE / "kernels"
    python = folder / "bin/python"
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if not python.exists():
        print(f"kernels: installing NumPy into {folder}", flush=True)
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([*pip, NUMPY], check=True)
    has_torch = subprocess.run([python, "-c", "import torch"], stderr=subprocess.DEVNULL).returncode == 0
    if not has_torch:
        print(f"kernels: for PyTorch's figures, install it: {python} -m pip install {TORCH}")
    return python, has_torch


def vector_units():
    """What lets the compiler use all of the vector units, to measure what they can do."""
    cpuinfo = pathlib.Path("/proc/cpuinfo")
    text = cpuinfo.read_text() if cpuinfo.exists() else ""
    level = "x86-64-v4" if "avx512vl" in text else "x86-64-v3" if "avx2" in text else None
    return ["-Xcc", f"-march={level}"] if level else []


def compiled(bin_path, folder):
    """The program, with the libraries as the user's own compiler makes them for notebooks."""
    notebook = folder / "imports.md"
    notebook.write_text("```swift\nimport LayerCalculus\nlet x: Vector = [1]\nx.sum  // => 1.0\n```\n")
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
    render = [bin_path / "render", "verify", "--fresh", "--store", folder / "store", notebook]
    subprocess.run(render, check=True, env=environment, stdout=subprocess.DEVNULL)
    libraries = {}
    for module in sorted((folder / "cache/lectern/libraries").glob("*/*.swiftmodule")):
        libraries[module.stem] = module
    words = ["swiftc", "-O", *vector_units(), PROGRAMS / "kernels.swift", "-o", folder / "kernels"]
    for name, module in libraries.items():
        words += ["-Xfrontend", f"-swift-module-file={name}={module}", module.with_suffix(".o")]
    subprocess.run(list(map(str, words)), check=True)
    return folder / "kernels"
