/// A clang module map, which says which headers make which module.
enum ModuleMap {
  /// The names of the modules that a map defines, without those inside others.
  static func names(in text: String) -> [String] {
    var names: [String] = []
    var depth = 0
    var isNamed = false
    var isExtern = false
    for token in tokens(of: text) {
      switch token {
      case "{": depth += 1
      case "}": depth -= 1
      case "extern": isExtern = true
      case "module" where depth == 0:
        // What is defined in another file is found there.
        isNamed = !isExtern
        isExtern = false
      default:
        if isNamed, depth == 0 {
          names.append(token.trimmingPrefix("\"").description)
        }
        isNamed = false
      }
    }
    return names
  }

  /// The words and braces of a map; a text in quotes is one word that begins with a quote.
  private static func tokens(of text: String) -> [String] {
    text.matches(of: /\/\/[^\n]*|\/\*(?:.|\n)*?\*\/|"([^"\n]*)"|[{}]|[^\s{}"\/]+/).compactMap {
      let token = String($0.output.0)
      if token.hasPrefix("/") { return nil }
      return $0.output.1.map { "\"\($0)" } ?? token
    }
  }
}
