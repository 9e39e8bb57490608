"""Verifying the examples in the comments of a package's sources."""
import subprocess

from measuring import in_turn, verdict

FILES = 200
EXAMPLES = 5

MANIFEST = """// swift-tools-version: 6.0
import PackageDescription

let package = Package(name: "{0}", targets: [.target(name: "{0}")])
"""


def declaration(file, number):
    """A function that does a little, different for each."""
    return f"""public func scaled{file}x{number}(_ values: [Double]) -> [Double] {{
  values.map {{ $0 * {file + 1} / {number + 2} }}
}}
"""


def example(file, number):
    """Code that calls it, and what comes of that."""
    value = 4 * (file + 1) / (number + 2)
    return f"let result = scaled{file}x{number}([4, 8])\nprint(result.count)\nresult[0]", value


def commented(file, number):
    code, value = example(file, number)
    lines = [f"Scales values.", "", "```swift", *f"{code}  // => {value:.4f}".split("\n"), "```"]
    return "".join(f"/// {line}".rstrip() + "\n" for line in lines) + declaration(file, number)


def package(folder, name, sources):
    (folder / "Sources" / name).mkdir(parents=True)
    (folder / "Package.swift").write_text(MANIFEST.format(name))
    for file, text in enumerate(sources):
        (folder / f"Sources/{name}/File{file}.swift").write_text(text)


def packages(bin_path, runs, folder):
    """Verifying 200 sources with 5 examples each, against compiling and running these two at a time."""
    numbers = [(file, number) for file in range(FILES) for number in range(EXAMPLES)]
    package(
        folder / "examples",
        "Examples",
        ("\n".join(commented(file, number) for number in range(EXAMPLES)) for file in range(FILES)),
    )
    package(
        folder / "plain",
        "Plain",
        (
            "\n".join("/// Scales values.\n" + declaration(file, number) for number in range(EXAMPLES))
            for file in range(1_000)
        ),
    )
    (folder / "plain/README.md").write_text("# Plain\n\nIt has no examples.\n")
    programs = folder / "programs"
    programs.mkdir()
    subprocess.run(["swift", "build", "--package-path", folder / "examples"], check=True, capture_output=True)
    build = folder / "examples/.build/debug"
    for file, number in numbers:
        text = "import Examples\n" + example(file, number)[0].replace("result[0]", "print(result[0])") + "\n"
        (programs / f"{file}x{number}.swift").write_text(text)
    by_hand = (
        "ls programs/*.swift | xargs -P 2 -I{} sh -c "
        f"'swiftc {{}} -I {build}/Modules {build}/Examples.build/*.o -o {{}}.out && {{}}.out'"
    )
    verify = [bin_path / "render", "verify", "--jobs", "2"]
    from_nothing = [*verify, "examples", "--fresh", "--store", folder / "store"]
    # So much is done in each that a few runs tell enough.
    (ours, _), (theirs, _) = in_turn([from_nothing, ["sh", "-c", by_hand]], min(runs, 3), folder, warm=0)
    again = [*verify, "examples", "--store", folder / "kept"]
    none = [*verify, "plain", "--store", folder / "none"]
    (kept, _), (plain, _) = in_turn([again, none], runs, folder)
    count = FILES * EXAMPLES
    print(f"render verify, {count} examples                   {ours:.2f} s")
    print(f"swiftc and run, {count} programs, two at a time   {theirs:.2f} s")
    print(f"render verify, unchanged                         {kept:.3f} s")
    print(f"render verify, 1,000 sources without examples    {plain:.3f} s")
    return all(
        [
            verdict("times the bare examples", ours / theirs, 0.6),
            verdict("unchanged", kept, 0.3, " s"),
            verdict("1,000 sources without examples", plain, 0.2, " s"),
        ]
    )
