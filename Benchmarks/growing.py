"""The documents of Benchmarks/growth: each of one kind, repeated n times."""
import math

from material import DOT, formula


class Kind:
    """A kind of document, and how the program is called on it."""

    def __init__(self, name, size, write, arguments):
        self.name, self.size, self.write, self.arguments = name, size, write, arguments

    def command(self, render, source):
        verb = [] if self.arguments[0] != "verify" else ["verify"]
        options = self.arguments[len(verb):]
        out = [] if verb else ["-o", source / "out"]
        return [render, *verb, *options, "--fresh", "--store", source / "store", *out, self.target(source)]

    def target(self, source):
        return source / "page.md" if (source / "page.md").exists() else source


LAID_OUT = ["--no-run", "--math", "browser"]
SET = ["--no-run"]
RUN = ["--math", "browser"]
VERIFIED = ["verify"]


def page(name, size, text, arguments=LAID_OUT):
    """A kind whose documents are one page."""

    def write(n, folder):
        (folder / "page.md").write_text(text(n))

    return Kind(name, size, write, arguments)


def repeated(name, size, part, arguments=LAID_OUT, head="", between="", tail=""):
    """A kind that is one part again and again; `{i}` in it is the part's number."""

    def text(n):
        parts = (part.replace("{i}", str(i)) for i in range(n)) if "{i}" in part else [part] * n
        return head + between.join(parts) + tail + "\n"

    return page(name, size, text, arguments)


def folder_of(name, size, text, arguments=LAID_OUT):
    """A kind whose documents are n pages; `text` is given the page's number and n."""

    def write(n, folder):
        for i in range(n):
            (folder / f"page-{i}.md").write_text(text(i, n))
        if not n:
            (folder / "page-0.md").write_text("\n")

    return Kind(name, size, write, arguments)


def source(name, size, comment):
    """A kind whose document is a source, with n functions and a comment before each."""

    def text(i):
        lines = comment.replace("{i}", str(i)).split("\n")
        return "".join(f"/// {line}\n" for line in lines) + f"public func f{i}() {{}}\n"

    def write(n, folder):
        # Without any example there would be nothing to verify.
        (folder / "Source.swift").write_text("\n".join(text(i) for i in range(n + 1)))

    return Kind(name, size, write, VERIFIED)


def kinds():
    return [*text(), *unclosed(), *nested(), *notebook(), *messages(), *mathematics(), *programs(),
            *sources(), *front_matter(), *folders()]


def text():
    """Plain Markdown, in many blocks and in one."""
    words = "A line of words that says little.\n"
    link = "[about it](https://example.org/{i}) "
    yield repeated("paragraphs", 8000, words + "\n")
    yield repeated("lines of one paragraph", 8000, words)
    yield repeated("words of one line", 40000, "word ")
    yield repeated("headings", 4000, "## Heading {i}\n\n")
    yield repeated("equal headings", 4000, "## Heading\n\n")
    yield repeated("underlined headings", 4000, "Heading {i}\n---\n\n")
    yield repeated("items", 8000, "- item {i}\n")
    yield repeated("numbered items", 8000, "{i}. item\n")
    yield repeated("tasks", 8000, "- [ ] item {i}\n")
    yield repeated("loose items", 8000, "- item {i}\n\n  more\n\n")
    yield repeated("quotes", 8000, "> quote {i}\n\n")
    yield repeated("lines of one quote", 8000, "> quote {i}\n")
    yield repeated("callouts", 4000, "> [!NOTE]\n> quote {i}\n\n")
    yield repeated("rules", 20000, "---\n\n")
    yield repeated("fences", 4000, "```python\nx = {i}\n```\n\n")
    yield repeated("lines of one fence", 8000, "x = {i}\n", head="```python\n", tail="```\n")
    yield repeated("indented code", 8000, "    x = {i}\n\n")
    yield repeated("links", 8000, link + "\n")
    yield repeated("links in one line", 8000, link)
    yield repeated("links by name", 4000, "[name-{i}]\n\n[name-{i}]: https://example.org/{i}\n\n")
    yield repeated("links to headings", 2000, "## Heading {i}\n\n[there](#heading-{i})\n\n")
    yield repeated("bare addresses", 8000, "https://example.org/{i} ")
    yield repeated("addresses in brackets", 8000, "<https://example.org/{i}> ")
    yield repeated("code spans in one line", 8000, "`x{i}` ")
    yield repeated("emphasis in one line", 8000, "*a{i}* __b__ ~~c~~ ")
    yield repeated("entities in one line", 20000, "&amp; &lt; &copy; ")
    yield repeated("escapes in one line", 20000, r"\* \_ \[ \$ ")
    yield repeated("hard breaks", 8000, "line  \n")
    yield repeated("tables", 1000, "| a | b |\n|---|---|\n| {i} | 2 |\n\n")
    yield repeated("rows of one table", 8000, "| {i} | 2 |\n", head="| a | b |\n|---|---|\n")
    yield page("columns of one table", 2000, columns)
    yield page("columns and no cells", 400, lambda n: "|x" * n + "|\n" + "|-" * n + "|\n" + "|\n" * n)
    yield repeated("captions of tables", 1000,
                   "| a | b |\n|---|---|\n| {i} | 2 |\n: Caption {i} {#tbl-t{i}}\n\n")
    yield repeated("lines like captions", 4000, ": line {i}\n", head="| a | b |\n|---|---|\n| 1 | 2 |\n")
    yield repeated("footnotes", 4000, "text[^n{i}]\n\n[^n{i}]: note\n\n")
    yield repeated("calls of one footnote", 8000, "text[^n] ", tail="\n\n[^n]: note\n")
    yield page("footnotes in one line", 2000, lambda n: "".join(f"x[^n{i}] " for i in range(n)) + "\n\n"
               + "".join(f"[^n{i}]: note\n\n" for i in range(n)))
    yield page("footnotes that are missing beside others", 500, lambda n: "".join(
        f"x[^m{i}] y[^n{i}] " for i in range(n)) + "\n\n" + "".join(f"[^n{i}]: note\n\n" for i in range(n)))
    yield repeated("raw HTML blocks", 4000, "<div>\nwords {i}\n</div>\n\n")
    yield repeated("lines of one HTML block", 8000, "<p>words {i}</p>\n")
    yield repeated("raw HTML in one line", 8000, "<b>x{i}</b> ")
    yield repeated("HTML comments", 8000, "<!-- words {i} -->\n\n")
    yield repeated("HTML comments in one line", 8000, "x <!-- words {i} --> ")
    yield repeated("ids in raw HTML", 4000, '<p id="p{i}">words</p>\n\n')
    yield repeated("characters of marks", 20000, "\U000f0001 ")
    yield repeated("byte order marks", 20000, "\ufeff x ")
    yield repeated("carriage returns", 40000, "line {i}\r\r")
    yield repeated("words from right to left", 20000, "\u0645\u0631\u062d\u0628\u0627 ")
    yield repeated("combining marks", 40000, "e\u0301")
    yield page("one word with many marks", 40000, lambda n: "e" + "\u0301" * n + "\n")


def columns(n):
    return "|" + "a|" * n + "\n|" + "-|" * n + "\n|" + "1|" * n + "\n"


OPENERS = [
    # What opens something, and is never closed.
    "`", "` ``", "~~", "*", "**", "_", "__", "* a _ ", "[", "![", "[^", "[a](", "[a](<", "![a](b \"", "<", "<a ",
    "<a b=\"", "<a b='", "</", "<!--", "<!-- a ", "<?", "<![CDATA[", "<!A", "<!A ", "<code>", "<script>", "<pre>",
    "<style>", "<kbd>", "<https:", "<a@", "&", "&#", "\\", "$", "$$", "$x$$", r"$\text{", r"$\text{$", "$`",
    r"\(", r"\[", r"\begin{a}", r"\begin{a{i}}", r"\ref{", r"\eqref{a", r"$\begin{a}", r"$\swift{",
    r"$\swift{$", r'$\swift{"', r"\swift{", "`{swift} ", "`{swift}", "`{swift} a`=", "`{swift} a`=`", "{#", "{#eq-",
    "{#eq-a", "{#eq-a}", "@", "@a", "-@", "[@", "[@a", "[@a;", "[-@a", "@eq-", "[@eq-a", "[@eq-a;", "@{", "@{a", "@a<", "@a<!A",
    "@a&", "_@a", "a;", "];", "]", "[]", ")", "}", "{", "|", ":", "!", "[@a](", "@a [", "@a [b", "^", "~", "\"", "'", "''",
    "<a {", "http://", "www.", "a@b.", "[a]: ", "[a][", "[![", "***", "_*", "*_", "a**b", "<b", "<%", "<!-", "<!--->",
    "$a", "$ ", "$1", "5$ ", "a$", "$\\", "$%", "${", "\\$", "\\\\(", "\\begin{", "\\begin", "\\end{a}", "\\[a\\]", "\\(a\\)",
]


def unclosed():
    """What is opened again and again, in one line and in a line each."""
    cited = "---\nbibliography: none.bib\n---\n"
    for opener in OPENERS:
        shown = opener.replace("{i}", "1").replace("\n", "\\n")
        head = cited if "@" in opener else ""
        # Behind a word, for at a line's beginning some of them begin a block.
        yield repeated(f"{shown!r} in one line", 3000, opener, head=head + "x ")
        yield repeated(f"{shown!r} in lines", 3000, "x " + opener + "\n", head=head)
        yield repeated(f"{shown!r} in paragraphs", 1500, "x " + opener + "\n\n", head=head)
    for opener in ["```", "~~~", "```swift", "```{i}", "<script>", "<!--", "<!-- swift", "<?", "$$", r"\[",
                   r"\begin{a}", "> ```", "- ```", "> $$", "- $$", "[^{i}]: ", "[^1]: ", "[a]: ", "* ", "- ", "+ ", "1. ", "> ", "#", "# ",
                   ">- ", "-> ", "|", "|-", "| a\n|-", "---", "===", "a\n===", "<<<<<<< a", "=======", ": ", "> [!NOTE]", "> [!NOTE", "> [!THEOREM] a {#thm-a}",
                   "> [!X]", "> [!THEOREMX]"]:
        yield repeated(f"{opener!r} begins blocks", 2000, opener + "\n\n")
        yield repeated(f"{opener!r} begins lines", 2000, opener + "\n")
        yield repeated(f"{opener!r} on one line", 2000, opener)
    yield growing("backticks of growing length", 50000, " ", "`")
    yield growing("backticks of growing length, in lines", 50000, "\na", "`")
    yield growing("dollars and backticks", 50000, " $", "`")
    yield growing("values with backticks", 50000, "{swift} a ", "`")
    yield growing("written values with backticks", 50000, " `{swift} a`=", "`")
    yield page("environments of many names", 1000, lambda n: "".join(rf"\begin{{{letters(i)}}} " for i in range(n)))
    yield page("elements of many names", 2000, lambda n: "".join(f"<{letters(i)}> " for i in range(n)))


def growing(name, size, part, mark):
    """A kind of parts with one mark more before each; n is the number of marks, so that the input grows
    with n and not with its square."""

    def text(n):
        return "".join(mark * i + part for i in range(1, math.isqrt(2 * n) + 1)) + "\n"

    return page(name, size, text)


def letters(number):
    name = "x"
    while number:
        number, digit = divmod(number, 26)
        name += chr(97 + digit)
    return name


def nested():
    """What stands in itself; the depth is what grows."""
    yield page("quotes in quotes", 2000, lambda n: ">" * n + " a\n")
    yield page("lists in one line", 2000, lambda n: "* " * n + "a\n")
    yield page("numbered lists in one line", 2000, lambda n: "1. " * n + "a\n")
    yield page("quotes and lists in one line", 2000, lambda n: "> - " * n + "a\n")
    yield growing("nested lists", 50000, "- item\n", "  ")
    yield growing("nested quotes", 50000, " item\n\n", ">")
    yield growing("nested quotes without blank lines", 50000, " item\n", ">")
    yield growing("nested numbered lists", 50000, "1. item\n", "   ")
    yield page("brackets in brackets", 5000, lambda n: "[" * n + "a" + "]" * n + "\n")
    yield page("links in links", 5000, lambda n: "[" * n + "a" + "](b)" * n + "\n")
    yield page("images in images", 2000, lambda n: "![" * n + "a" + "](b)" * n + "\n")
    yield page("emphasis in emphasis", 5000, lambda n: "*a " * n + "b" + "*" * n + "\n")
    yield page("strong in emphasis", 5000, lambda n: "*a **b " * n + "c" + "** d*" * n + "\n")
    yield page("mentions in brackets", 2000, lambda n: "---\nbibliography: none.bib\n---\n" + "[@a " * n + "]" * n + "\n")
    yield page("labels in brackets", 2000, lambda n: "[@eq-a " * n + "]" * n + "\n")
    yield page("HTML in HTML", 5000, lambda n: "<div>" * n + "a" + "</div>" * n + "\n")
    yield page("footnotes in footnotes", 500, lambda n: "[^0]\n\n" + "".join(f"[^{i}]: a [^{i + 1}]\n\n" for i in range(n)))
    yield growing("theorems in theorems", 5000, "[!THEOREM]\n", "> ")
    yield page("environments in environments", 1000, lambda n: r"\begin{a}" * n + "x" + r"\end{a}" * n + "\n")


def notebook():
    """What the notebook language adds, as it should be."""
    yield repeated("formulas", 4000, "$a_{i}$\n\n")
    yield repeated("formulas in one line", 8000, "$a_{i}$ ")
    yield repeated("lines of one formula", 8000, "a_{i} \\\\\n", head="$$\n", tail="$$\n")
    yield repeated("display formulas", 2000, "$$a_{i}$$\n\n")
    yield repeated("numbered formulas", 2000, "$$a_{i}$$ {#eq-a{i}}\n\n")
    yield repeated("formulas of all marks", 1000,
                   "\\(a\\) $`a`$ \\[a\\]\n\n\\begin{equation}a\\end{equation}\n\n```math\na\n```\n\n")
    yield repeated("prices in one line", 8000, r"\$5 and $6, ")
    yield repeated("labels and references", 2000, "$$a$$ {#eq-a{i}}\n\nBy @eq-a{i} and \\eqref{eq-a{i}}.\n\n")
    yield page("references to one label", 4000, lambda n: "$$a$$ {#eq-a}\n\n" + "@eq-a " * n + "\n")
    yield page("labels of one group", 1000, lambda n: "".join(f"$$a$$ {{#eq-a{i}}}\n\n" for i in range(n))
               + "[" + "; ".join(f"@eq-a{i}" for i in range(n)) + "]\n")
    yield repeated("labelled headings", 2000, "## Heading {i} {#sec-a{i}}\n\nSee @sec-a{i}.\n\n")
    yield repeated("labels in formulas", 2000, "$$a \\label{eq-a{i}}$$\n\n$$b \\ref{eq-a{i}}$$\n\n")
    yield page("labels in one formula", 1000, lambda n: "\\begin{align}\n" + "".join(
        f"a &= b \\label{{eq-a{i}}} \\\\\n" for i in range(n)) + "\\end{align}\n")
    yield repeated("theorems", 1000, "> [!THEOREM] Name {#thm-a{i}}\n> words, see @thm-a{i}\n\n")
    yield repeated("proofs", 1000, "> [!PROOF]\n> words\n\n")
    yield repeated("citations", 2000, "As @key{i} says.\n\n", head="---\nbibliography: none.bib\n---\n")
    yield page("citations of one group", 2000, lambda n: "---\nbibliography: none.bib\n---\n["
               + "; ".join(f"see @key{i}, p. {i}" for i in range(n)) + "]\n")
    yield Kind("works of a bibliography", 500, cited, LAID_OUT)
    yield repeated("values", 1000, "it is `{swift} {i} + 1` and\n\n")
    yield repeated("values in one line", 2000, "`{swift} {i}`={i} ")
    yield repeated("values in one formula", 1000, r"\swift{{i}} + ", head="$$", tail="0$$\n")
    yield repeated("cells that are not run", 500, "```swift\nlet a{i} = {i}\n```\n\n```output\n{i}\n```\n\n")
    yield repeated("ignored cells", 1000, "```swift ignore\nlet a{i} = {i}\n```\n\n")
    yield repeated("hidden cells", 500, "<!-- swift\nlet a{i} = {i}\n-->\n\n")
    yield repeated("lines of one cell", 2000, "let a{i} = {i}\n", head="```swift\n", tail="```\n")
    yield repeated("lines of one comment", 2000, "// => {i}\n", head="```swift\nlet a = 1\n", tail="```\n")
    yield repeated("cells with captions", 500,
                   '```swift label=fig-a{i} caption="Caption {i} with $x$"\n1\n```\n\nSee @fig-a{i}.\n\n')
    yield page("one long caption", 2000, lambda n: '```swift label=fig-a caption="' + "$x$ `a` @fig-a " * n + '"\n1\n```\n')
    yield page("words of one fence", 2000, lambda n: "```swift " + "fold " * n + "\n1\n```\n")
    yield repeated("quoted notebooks", 500, "````markdown notebook\n# Title\n\nwords\n````\n\n")
    yield repeated("verified quoted notebooks", 500, "````markdown notebook\n# Title\n\nwords\n````\n\n", VERIFIED)
    yield Kind("images", 500, images, LAID_OUT)
    yield repeated("images elsewhere", 2000, "![a](https://example.org/{i}.png)\n\n")


def cited(n, folder):
    entries = "".join(f"@book{{key{i}, title={{Title {i}}}, author={{Author, A.}}, year={{{1900 + i % 99}}}}}\n" for i in range(n))
    (folder / "all.bib").write_text(entries)
    (folder / "page.md").write_text("---\nbibliography: all.bib\n---\n" + "".join(f"As @key{i} says.\n\n" for i in range(n)))


def images(n, folder):
    for i in range(n):
        (folder / f"dot-{i}.gif").write_bytes(DOT)
    (folder / "page.md").write_text("".join(f"![dot](dot-{i}.gif)\n\n" for i in range(n)) + "\n")


def messages():
    """What is told of an author's mistakes, in many lines and in one."""
    yield repeated("images outside the folder", 2500, "![a](../../../../../x{i}.png)\n\n")
    yield repeated("missing images", 2500, "![a](x{i}.png)\n\n")
    yield repeated("missing images in one line", 2500, "![a](x{i}.png) ")
    yield repeated("missing images in raw HTML", 2500, '<img src="x{i}.png">\n\n')
    yield repeated("dead links", 2500, "[a](x{i}.md)\n\n")
    yield repeated("dead anchors", 2500, "[a](#x{i})\n\n")
    yield repeated("dead links in one line", 2500, "[a](x{i}.md) ")
    yield repeated("references to missing labels", 1000, "@eq-{i}\n\n")
    yield repeated("references to missing labels, in one line", 500, "@eq-{i} ")
    yield repeated("references to one missing label", 1000, "@eq-a ")
    yield repeated("references in formulas to missing labels", 1000, r"$\ref{a{i}}$ ")
    yield repeated("labels doubled", 1000, "$$a$$ {#eq-a}\n\n")
    yield repeated("labels doubled in one line", 1000, "$a$ {#eq-a} ")
    yield page("missing labels beside others", 500, lambda n: "".join(
        f"$$a$$ {{#eq-a{i}}}\n\n@eq-b{i}\n\n" for i in range(n)))
    yield repeated("loose labels", 1000, "{#eq-a{i}} words\n\n")
    yield repeated("loose labels in one line", 1000, "{#eq-a{i}} ")
    yield repeated("labels in formulas of a line", 1000, r"$a \label{a{i}}$ ")
    yield repeated("callouts that are unknown", 1000, "> [!NOT]\n> words\n\n")
    yield repeated("footnotes that are missing", 1000, "[^a{i}] ")
    yield repeated("footnotes that are not called", 1000, "[^a{i}]: words\n\n")
    yield repeated("footnotes doubled", 1000, "[^a]: words\n\n")
    yield repeated("values without an expression", 1000, r"$\swift{}$ ")
    yield repeated("unclosed values in formulas", 1000, r"$a \swift{$ ")
    yield repeated("fences with unknown words", 1000, "```swift fodl\n1\n```\n\n")
    yield repeated("words of one fence that are unknown", 1000, "a{i} ", head="```swift ", tail="\n1\n```\n")
    yield repeated("math fences with words", 1000, "```math a{i}\n1\n```\n\n")
    yield repeated("output fences without a cell", 1000, "```output\n1\n```\n\n")
    yield repeated("output fences with words", 1000, "```output a{i}\n1\n```\n\n")
    yield repeated("fences like ours", 1000, "```Swift\n1\n```\n\n```{swift}\n1\n```\n\n")
    yield repeated("values like ours", 1000, "`{swfit} 1` ")
    yield repeated("works that are missing", 1000, "@key{i} ", head="---\nbibliography: none.bib\n---\n")
    yield repeated("mixed citations", 1000, "[@eq-a; @key{i}] ", head="---\nbibliography: none.bib\n---\n")
    yield repeated("front matter with unknown keys", 1000, "key{i}: 1\n", head="---\n", tail="---\n")
    yield repeated("front matter with wrong values", 1000, "  a{i}: 1\n", head="---\nmacros:\n", tail="---\n")
    yield repeated("tables of contents in the text", 1000, "[a{i}](#a{i}) ")
    yield repeated("promises in cells that do not run", 1000, "```swift ignore\n1 // => {i}\n```\n\n")
    for form in ("text", "github", "json", "junit"):
        yield repeated(f"messages as {form}", 2000, "@eq-{i} ", ["verify", "--format", form])


def mathematics():
    """Formulas that are set."""
    yield page("set formulas", 200, lambda n: "\n\n".join(formula(i) for i in range(n)) + "\n", SET)
    yield repeated("wrong formulas, in one paragraph", 250, r"$\wrong{i}$ ", SET)
    yield repeated("wrong formulas", 250, "$\\wrong{i}$\n\n", SET)
    yield repeated("wrong display formulas", 250, "$$\\wrong{i}$$\n\n", SET)
    yield page("nested braces", 250, lambda n: "$" + "{" * n + "x" + "}" * n + "$\n", SET)
    yield page("nested fractions", 25, lambda n: "$" + r"\frac{1}{" * n + "x" + "}" * n + "$\n", SET)
    yield page("terms of one formula", 1250, lambda n: "$$" + " + ".join(f"x_{{{i}}}" for i in range(n)) + "$$\n", SET)
    yield page("rows of one formula", 250, lambda n: "$$\\begin{align}" + r" \\ ".join(f"x &= {i}" for i in range(n)) + "\\end{align}$$\n", SET)
    yield page("macros with formulas", 125, lambda n: "".join(
        f"$\\newcommand{{\\m{letters(i)}}}{{x_{{{i}}}}}$\n\n" for i in range(n)) + "".join(
        f"$\\m{letters(i)} + {i}$\n\n" for i in range(n // 25)), SET)
    yield page("macros and formulas", 125, lambda n: "".join(
        f"$\\newcommand{{\\m{letters(i)}}}{{x_{{{i}}}}} \\m{letters(i)} + {i}$\n\n" for i in range(n)), SET)


def programs():
    """Programs that are compiled and run."""
    yield repeated("values that are computed", 125, "`{swift} {i} + 1` ", RUN)
    yield repeated("values in paragraphs", 125, "`{swift} {i} + 1`\n\n", RUN)
    # From 100 variables on a program is compiled in another form, so all sizes are above that.
    yield repeated("cells that are run", 120, "```swift\nlet a{i} = {i}\na{i}\n```\n\n", RUN)
    yield repeated("promises that are checked", 120, "```swift\nlet a{i} = {i}\nprint(a{i})\n```\n\n```output\n{i}\n```\n\n", VERIFIED)
    yield repeated("comments that promise", 120, "let a{i} = {i} // => {i}\n", VERIFIED, head="```swift\n", tail="```\n")
    yield repeated("promises that are broken", 120, "```swift\nlet a{i} = {i}\nprint(a{i})\n```\n\n```output\nx{i}\n```\n\n", VERIFIED)
    yield repeated("statements", 1000, "let a{i} = {i}\n", RUN, head="```swift\n", tail="```\n")
    yield repeated("functions", 250, "func f{i}(x: Int) -> Int { x + {i} }\n", RUN, head="```swift\n", tail="```\n")
    yield page("lines that are printed", 10000,
               lambda n: f"```swift\nfor i in 0..<{n} {{ print(\"line\", i) }}\n```\n", RUN)
    yield page("lines that are promised", 4000, lambda n: f"```swift\nfor i in 0..<{n} {{ print(\"line\", i) }}\n```\n\n```output\n"
               + "".join(f"line {i}\n" for i in range(n)) + "```\n", VERIFIED)
    yield page("lines that are promised wrongly", 1000, lambda n: f"```swift\nfor i in 0..<{n} {{ print(\"line\", i) }}\n```\n\n```output\n"
               + "".join(f"lime {i}\n" for i in range(n)) + "```\n", VERIFIED)
    yield repeated("errors of the compiler", 120, "let a{i}: Int = \"x\"\n", RUN, head="```swift\n", tail="```\n")
    yield repeated("cells with errors", 120, "```swift\nlet a{i}: Int = \"x\"\n```\n\n", RUN)


def sources():
    """Comments of sources."""
    yield source("examples in comments", 30, "```swift\n{i} + 1  // => 1\n```")
    yield source("examples that are not checked", 1000, "```swift\n.package(url: \"{i}\")\n```")


def front_matter():
    yield page("aliases that multiply", 4, aliases)
    yield page("front matter of lists", 2000, lambda n: "---\nkeywords: [" + "a, " * n + "b]\n---\n")
    yield page("front matter in depth", 200, lambda n: "---\na: " + "[" * n + "]" * n + "\n---\n")
    yield page("front matter never closed", 4000, lambda n: "---\n" + "a: 1\n" * n)
    yield page("macros in front matter", 500, lambda n: "---\nmacros:\n" + "".join(f"  m{letters(i)}: x\n" for i in range(n)) + "---\n")
    yield page("authors", 1000, lambda n: "---\nauthor:\n" + "".join(f"  - A{i}\n" for i in range(n)) + "---\n")
    yield page("title of many formulas", 1000, lambda n: "---\ntitle: \"" + "$x$ *a* " * n + "\"\n---\n")
    yield page("abstract of many formulas", 1000, lambda n: "---\nabstract: \"" + "$x$ *a* " * n + "\"\n---\n")


def aliases(n):
    lines = ["a0: &a0 [x, x]"] + [f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]" for i in range(1, n + 1)]
    return "---\n" + "\n".join(lines) + "\n---\n"


def folders():
    """Folders of pages."""
    yield folder_of("pages", 100, lambda i, n: f"# Page {i}\n\nwords\n")
    yield folder_of("pages that refer to each other", 100,
                    lambda i, n: f"# Page {i}\n\n$$a$$ {{#eq-a{i}}}\n\nSee @eq-a{(i + 1) % n}, [that](page-{(i + 1) % n}.md).\n")
    yield folder_of("pages with missing labels", 100, lambda i, n: f"# Page {i}\n\nSee @eq-a{i}.\n")
    yield folder_of("pages that are verified", 100, lambda i, n: f"# Page {i}\n\nwords\n", VERIFIED)
