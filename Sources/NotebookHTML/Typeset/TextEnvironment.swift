/// LaTeX's environments for what is no formula.
enum TextEnvironment {
  /// What is written here in the place of one; `nil` for an environment that is not known.
  static func help(for name: String) -> String? {
    let plain = name.hasSuffix("*") ? String(name.dropLast()) : name
    return helps[plain.lowercased()]
  }

  private static let helps: [String: String] = {
    var helps = [
      "itemize": "write a list: lines that begin with '- '",
      "enumerate": "write a list: lines that begin with '1. '",
      "description": "write a list: lines that begin with '- '",
      "figure": "write an image with its label: ![words](image.png){#fig-name}",
      "table": "write a table as GitHub has it, and ': words {#tbl-name}' under it",
      "tabular": "write a table as GitHub has it; within a formula it is 'array'",
      "verbatim": "write a fence of three backticks",
      "lstlisting": "write a fence of three backticks",
      "minted": "write a fence of three backticks",
      "quote": "begin its lines with '> '",
      "quotation": "begin its lines with '> '",
      "abstract": "write 'abstract:' into the front matter",
      "center": "take it out: formulas and figures stand in the middle",
      "document": "take it out: a notebook needs none",
      "subequations":
        "number the formulas apart by \\tag{1a} and \\tag{1b}, or take it out and keep the 'align' in it",
    ]
    let theorems = [
      "theorem", "definition", "lemma", "proposition", "corollary", "proof", "example", "remark",
      "exercise", "solution",
    ]
    for name in theorems {
      helps[name] = "write a quote that begins with '> [!\(name.uppercased())]'"
    }
    return helps
  }()
}
