/// The options among a compiler's arguments that another program needs too.
///
/// Each is an option with its values, as it was written, so that none is given twice.
enum ArgumentOptions {
  /// What a program must be given to import a module, out of the arguments that the module was
  /// compiled with: the headers and module maps of C, the macros, and how C++ is seen.
  static func forImporting(_ arguments: [String]) -> [[String]] {
    words(of: arguments).compactMap { word in
      switch word.prefix {
      case "-Xcc":
        return unneededOfC.contains(word.text) ? nil : word.spelling
      case "-Xfrontend":
        return pluginOptions.contains(word.text) ? word.spelling : nil
      default:
        let isWanted =
          pluginOptions.contains(word.text) || ["-I", "-F", "-Fsystem"].contains(word.text)
          || ["-I", "-F", "-cxx-interoperability-mode"].contains(where: word.text.hasPrefix)
        return isWanted ? word.spelling : nil
      }
    }
  }

  /// What a program must be given to link a module's objects, out of the arguments with which another
  /// program that holds them was linked: the libraries and where they are.
  static func forLinking(_ arguments: [String]) -> [[String]] {
    words(of: arguments).compactMap { word in
      let value = word.spelling.last ?? ""
      if value.contains("XCTest") || value == "Testing" { return nil }
      switch word.prefix {
      case "-Xlinker":
        let isWanted =
          word.text == "-rpath" && value.hasPrefix("/")
          || ["-l", "-L"].contains(where: word.text.hasPrefix)
        return isWanted ? word.spelling : nil
      case nil:
        let isLibrary =
          word.text.hasPrefix("/")
          && [".a", ".so", ".dylib", ".tbd"].contains(where: word.text.hasSuffix)
        let isWanted =
          ["-l", "-L"].contains(where: word.text.hasPrefix)
          || ["-framework", "-F"].contains(word.text)
        return isLibrary || isWanted ? word.spelling : nil
      default:
        return nil
      }
    }
  }

  /// One option with its value.
  struct Word {
    /// The option that hands it on to another tool.
    var prefix: String?
    /// The option without its value.
    var text: String
    /// All arguments of it.
    var spelling: [String]
  }

  static func words(of arguments: [String]) -> [Word] {
    var words: [Word] = []
    var rest = arguments[...]
    while let first = rest.popFirst() {
      var word = Word(text: first, spelling: [first])
      if handingOn.contains(first), let text = rest.popFirst() {
        word = Word(prefix: first, text: text, spelling: [first, text])
        if valued.contains(text), rest.first == first, rest.count > 1 {
          word.spelling += rest.prefix(2)
          rest = rest.dropFirst(2)
        }
      } else if valued.contains(first), let value = rest.popFirst() {
        word.spelling.append(value)
      }
      words.append(word)
    }
    return words
  }

  private static let handingOn: Set = ["-Xcc", "-Xfrontend", "-Xlinker", "-Xclang-linker"]
  static let pluginOptions: Set = [
    "-load-plugin-executable", "-load-plugin-library", "-external-plugin-path", "-plugin-path",
  ]
  /// The options whose value is an argument of its own; `-o` and its like are not wanted, and neither
  /// is what they name.
  private static let valued = PathOptions.separate.union([
    "-framework", "-rpath", "-o", "-module-name", "-target", "--defsym", "-alias", "-D",
  ])
  /// What a notebook's own compilation decides.
  private static let unneededOfC: Set = ["-g", "-fPIC", "-fno-omit-frame-pointer"]
}
