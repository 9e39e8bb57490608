"""Installs the tools that Lectern is compared with, outside the repository."""
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys

CACHE = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "lectern-benchmarks"
ENVIRONMENT = CACHE / "python"
REQUIREMENTS = pathlib.Path(__file__).resolve().parent / "requirements.txt"
PACKAGES = ["r-base-core", "r-cran-rmarkdown", "r-cran-codetools", "pandoc"]


def install():
    """Makes the virtual environment, and installs Debian's packages or says how."""
    wanted = hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()
    marker = ENVIRONMENT / "requirements.sha256"
    if marker.exists() and marker.read_text() == wanted:
        print(f"compare: the virtual environment is there: {ENVIRONMENT}")
    else:
        print(f"compare: installing nbconvert, MyST-NB, Material for MkDocs, numpy and matplotlib into {ENVIRONMENT}", flush=True)
        subprocess.run([sys.executable, "-m", "venv", "--clear", ENVIRONMENT], check=True)
        pip = [ENVIRONMENT / "bin/python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "--requirement", REQUIREMENTS], check=True)
        marker.write_text(wanted)
    if r_is_there():
        print("compare: R Markdown is there")
    elif not shutil.which("apt-get"):
        print("compare: this is not Debian or Ubuntu; install R, rmarkdown, codetools and pandoc")
    elif os.geteuid() == 0:
        print(f"compare: installing {' '.join(PACKAGES)}", flush=True)
        subprocess.run(["apt-get", "update", "-qq"], check=True)
        subprocess.run(
            ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES], check=True,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, stdout=subprocess.DEVNULL,
        )
    else:
        print(f"compare: R Markdown is missing; install it with: sudo apt-get install {' '.join(PACKAGES)}")


def python_is_there(program):
    return (ENVIRONMENT / "bin" / program).exists()


def what_lacks(program):
    """What to type for a Python program; None where it is there."""
    return None if python_is_there(program) else "Benchmarks/compare --install"


def r_is_there():
    if not (shutil.which("Rscript") and shutil.which("pandoc")):
        return False
    look = 'quit(status = !all(sapply(c("rmarkdown", "codetools"), requireNamespace, quietly = TRUE)))'
    return subprocess.run(["Rscript", "-e", look], capture_output=True).returncode == 0


def versions(names):
    """The versions of packages of the virtual environment."""
    look = "import importlib.metadata, sys; print(*map(importlib.metadata.version, sys.argv[1:]))"
    told = subprocess.run(
        [ENVIRONMENT / "bin/python", "-c", look, *names], check=True, capture_output=True, text=True
    )
    return ", ".join(f"{name} {version}" for name, version in zip(names, told.stdout.split()))


def r_versions():
    look = 'cat(R.version$major, R.version$minor, paste(packageVersion("rmarkdown")), paste(packageVersion("knitr")))'
    told = subprocess.run(["Rscript", "-e", look], check=True, capture_output=True, text=True).stdout.split()
    pandoc = subprocess.run(["pandoc", "--version"], check=True, capture_output=True, text=True).stdout.split()[1]
    return f"rmarkdown {told[2]}, knitr {told[3]}, R {told[0]}.{told[1]}, pandoc {pandoc}"
