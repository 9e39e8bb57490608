/// Plain text as TeX's text mode reads it.
enum TeXText {
  /// The text with every character that means something to TeX written so that it prints.
  static func escaped(_ text: String) -> String {
    var tex = ""
    tex.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "{", "}", "$", "&", "#", "%", "_":
        tex.unicodeScalars.append("\\")
        tex.unicodeScalars.append(scalar)
      case "\\": tex += "\\textbackslash{}"
      case "^": tex += "\\textasciicircum{}"
      case "~": tex += "\\textasciitilde{}"
      case "`": tex += "\\textasciigrave{}"
      default: tex.unicodeScalars.append(scalar)
      }
    }
    return tex
  }
}
