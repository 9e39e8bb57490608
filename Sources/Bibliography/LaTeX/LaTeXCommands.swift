/// The commands that are known for what they do to their argument or to the rest of their group.
enum LaTeXCommands {
  /// Commands for a look that a reference does not have here; what they apply to is kept.
  static let transparent: Set<String> = [
    "textbf", "texttt", "textsc", "textsf", "textrm", "textmd", "textup", "textnormal", "text",
    "textsuperscript", "textsubscript", "mbox", "hbox", "bf", "bfseries", "tt", "ttfamily", "sc",
    "scshape", "sf", "sffamily", "rm", "rmfamily", "mdseries", "upshape", "normalfont",
    "normalsize", "small", "footnotesize", "scriptsize", "tiny", "large", "Large", "protect",
    "relax", "xspace", "nobreak", "allowbreak", "sloppy", "underline", "unskip",
    "NoCaseChange", "ignorespaces",
  ]

  /// Commands that emphasize their argument.
  static let emphasizing: Set<String> = ["emph", "textit", "textsl", "mkbibemph", "mkbibitalic"]

  /// Commands that emphasize the rest of their group.
  static let emphasizingRest: Set<String> = ["em", "it", "sl", "itshape", "slshape"]

  /// Commands whose argument is not shown, such as what only orders a list.
  static let hiding: Set<String> = ["noopsort", "label", "hspace", "vspace", "phantom"]
}
