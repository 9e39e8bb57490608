"""A course: a folder of many notebooks, from nothing and again."""
import functools
import itertools
import os
import random

from comparison import changes
from material import formula, sentence
from measuring import in_turn, linked, verdict

PROGRAMS = 10
FORMULAS = 20


def cells(number):
    """The cells of one of the programs: a layer, its derivative, a step; and what each shows."""
    chance = random.Random(number)
    inputs, outputs = 3 + number % 3, 4 + number % 4

    def numbers(count):
        return ", ".join(f"{chance.uniform(-1, 1):.2f}" for _ in range(count))

    rows = "\n".join(f"  [{numbers(outputs)}]," for _ in range(inputs))
    layer = f"""import LayerCalculus

let x: Vector = [{numbers(inputs)}]
let W: Matrix = [
{rows}
]
let z = weightedSums(weights: W, inputs: x)
let h = softmax(z)"""
    derivative = """let jacobian = softmaxJacobian(activations: h)
print(jacobian.digits(4))
for row in jacobian.rowVectors {
  precondition(abs(row.sum) < 1e-15)
}"""
    step = f"""let y = oneHot({number % outputs}, count: {outputs})
var weights = W
for step in 1...5 {{
  let gradient = outerProduct(x, softmax(weightedSums(weights: weights, inputs: x)) - y)
  weights = weights - gradient
  let loss = crossEntropy(logits: weightedSums(weights: weights, inputs: x), targets: y)
  print("step \\(step): \\(loss.digits(4))")
}}"""
    return [(layer, "h"), (derivative, ""), (step, "")]


VALUES = ["h.maximum.percent(1)", "h.indexOfMaximum + 1", "crossEntropy(logits: z, targets: y).digits(4)"]


def notebook(index):
    """A notebook: prose, twenty formulas that no other notebook has, and one of the programs."""
    chance = random.Random(1000 + index)

    def prose():
        return " ".join(sentence(chance, chance.randint(8, 16)) for _ in range(chance.randint(2, 4)))

    parts = [f"---\ntitle: Lesson {index}\nnumbering: true\n---", f"## The layer {{#sec-layer-{index}}}", prose()]
    for number in range(FORMULAS):
        tex = formula(index * FORMULAS + number)
        alone = tex.startswith("$$")
        parts.append(tex if alone else f"{prose()} So {tex} holds here. {sentence(chance, 9)}")
        if number % 6 == 2 and number < 18:
            code, shown = cells(index % PROGRAMS)[number // 6]
            parts.append(f"```swift\n{code}\n{shown}".rstrip("\n") + "\n```")
    values = [f"`{{swift}} {value}`" for value in VALUES]
    parts.append("## What came of it")
    parts.append(f"The largest activation of @sec-layer-{index} is {values[0]}, of class {values[1]}, and the loss was {values[2]}.")
    if index:
        parts.append(f"This goes on from [the lesson before]({index - 1:04}.md), and from run 0.")
    return "\n\n".join(parts) + "\n"


def program(number):
    """The program of a notebook, as somebody would write it by hand."""
    lines = [code + (f"\nprint({shown})" if shown else "") for code, shown in cells(number)]
    return "\n".join(lines + [f"print({value})" for value in VALUES]) + "\n"


def make(folder, count):
    folder.mkdir(parents=True)
    for index in range(count):
        (folder / f"{index:04}.md").write_text(notebook(index))


def by_hand(bin_path, folder):
    """The command that compiles, links and runs the bare programs, as many at a time as there are cores."""
    (folder / "programs").mkdir()
    for number in range(PROGRAMS):
        (folder / f"programs/{number}.swift").write_text(program(number))
    link = " ".join(linked(bin_path, ["NotebookDisplay", "LayerCalculus"]))
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    each = f"swiftc {{}} {link} -o {{}}.out && {{}}.out"
    return ["sh", "-c", f"ls programs/*.swift | xargs -P {cores} -I{{}} sh -c '{each}'"]


def course(bin_path, runs, folder, count=1000):
    """A folder of notebooks with ten programs among them, against the bare programs side by side."""
    few = max(count // 10, 1)
    for size in (few, count):
        make(folder / f"course-{size}", size)
    turns = itertools.count()

    def from_nothing(size):
        # In folders of its own: where many files were just deleted, a file system is slow to make new ones.
        turn = next(turns)
        return [bin_path / "render", folder / f"course-{size}", "-o", folder / f"out-{turn}",
                "--store", folder / f"store-{turn}"]

    again = from_nothing(count)

    def changed():
        file = folder / f"course-{count}/{count // 2:04}.md"
        changes.change(file, lambda text: changes.once(r"run \d+\.", lambda m: f"run {next(changes.counter)}.", text))
        return again

    starts = [functools.partial(from_nothing, size) for size in (few, count)]
    starts.append(by_hand(bin_path, folder))
    (small, _), (nothing_kept, _), (bare, _) = in_turn(starts, runs, folder)
    print(f"render {few} notebooks from nothing     {small:.2f} s")
    print(f"render {count} notebooks from nothing    {nothing_kept:.2f} s")
    print(f"swiftc and run, {PROGRAMS} programs         {bare:.2f} s")
    (one, _), (unchanged, memory) = in_turn([changed, again], runs, folder)
    limit = 1.2 * bare + 0.020 * count
    return all(
        [
            verdict("from nothing, 1.2 x by hand + 20 ms a notebook", nothing_kept, limit, " s"),
            verdict(f"from nothing, times {few} notebooks", nothing_kept / small, 11),
            verdict("nothing changed", unchanged, 1, " s"),
            verdict("nothing changed, memory", memory / 1e6, 200, " MB"),
            verdict("a sentence in one notebook changed", one, 1, " s"),
        ]
    )
