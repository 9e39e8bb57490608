"""Made-up text for the benchmarks, the same at each call."""

WORDS = (
    "a layer maps its weighted sums to activations whose total is one while every entry stays "
    "positive and the gradient flows back through each weight matrix row by row under a loss"
).split()

# The smallest image.
DOT = bytes.fromhex("47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b")

# As the notebooks have them: two in three stand within a line and are short.
INLINE = [
    r"z_{%d}",
    r"a_{%d} = \sigma(z_{%d})",
    r"\partial a_i/\partial z_{%d}",
    r"\mathbf{x}_{%d} \in \mathbb{R}^{%d}",
    r"i \neq %d",
    r"e^{z_{%d}} > 0",
    r"\hat{y}_{%d}\,(1 - \hat{y}_{%d})",
    r"-1/\hat{y}_{%d}",
]
DISPLAY = [
    r"a_{%d} = \sigma(z_{%d}) = \frac{e^{z_i}}{\sum_j e^{z_j}}",
    r"\frac{\partial a_{%d}}{\partial z_{%d}} = a_i (\delta_{ij} - a_j)",
    r"J_{%d} = \begin{pmatrix} a & b \\ c & d_{%d} \end{pmatrix}",
    r"\delta_{%d} = \begin{cases} 1 & \text{if } i = %d \\ 0 & \text{otherwise} \end{cases}",
]


def sentence(chance, count):
    return " ".join(chance.choice(WORDS) for _ in range(count)).capitalize() + "."


def formula(index):
    """A formula unlike those with other indices, as Markdown; each third stands alone."""
    kinds = DISPLAY if index % 3 == 0 else INLINE
    tex = kinds[index // 3 % len(kinds)].replace("%d", str(index))
    return f"$${tex}$$" if kinds is DISPLAY else f"${tex}$"


def formulas(count, first=0):
    """A notebook with as many formulas, no two alike."""
    lines = ["# Formulas\n"]
    for index in range(first, first + count):
        tex = formula(index)
        lines.append(f"{tex}\n" if tex.startswith("$$") else f"It is known that {tex} holds here.\n")
    return "\n".join(lines)
