import Documents

/// The LaTeX of a value as it is put among an author's TeX, where it is one argument, one base for a
/// power, one number: whatever it is, it takes hold of nothing around it, and nothing of a part of it.
struct ValueTeX {
  private let latex: String

  init(_ latex: String) { self.latex = latex }

  /// The value within mathematics.
  ///
  /// - Parameter hasPower: whether a power follows, so that a sum or a sign would not be raised with the
  ///   rest of it.
  func inMathematics(hasPower: Bool) -> String {
    // What fills a table's cells and rows cannot be one thing.
    if fillsCells { return latex }
    return hasPower && !isOneThing ? #"{\left(\#(latex)\right)}"# : "{\(latex)}"
  }

  /// The value within a text.
  var inText: String {
    let isPlain = latex.allSatisfy { character in
      character.isASCII && (character.isLetter || character.isNumber || " .,:".contains(character))
    }
    return isPlain || isWhole(from: #"\text{"#) ? latex : "$\(latex)$"
  }

  private var fillsCells: Bool {
    guard latex.contains("&") || latex.contains(#"\\"#) || latex.contains(#"\cr"#) else {
      return false
    }
    var reader = TeXReader(latex)
    var depth = 0
    while let token = reader.next() {
      switch token {
      case .other(UInt8(ascii: "{")), .command("begin"), .command("left"): depth += 1
      case .other(UInt8(ascii: "}")), .command("end"), .command("right"): depth -= 1
      case .other(UInt8(ascii: "&")), .command("\\"), .command("cr"): if depth == 0 { return true }
      default: break
      }
      if token == .command("begin") || token == .command("end") { _ = reader.argument() }
    }
    return false
  }

  /// Whether it is a number without sign, a letter or a symbol, or stands in brackets of its own.
  private var isOneThing: Bool {
    if latex.wholeMatch(of: /[0-9]+(\.[0-9]+)?|[A-Za-z]|\\[A-Za-z]+/) != nil { return true }
    let wholes = [#"\left"#, "{", #"\text{"#, #"\mathrm{"#, #"\mathbf{"#, #"\operatorname{"#]
    return wholes.contains(where: isWhole) || isWhole(from: #"\begin{"#) && isFenced
  }

  /// Whether the environment that it is draws brackets.
  private var isFenced: Bool {
    latex.prefixMatch(of: /\\begin\{[pbBvV]matrix\*?\}/) != nil
  }

  /// Whether what opens at the beginning closes at the end, and not before.
  private func isWhole(from opening: String) -> Bool {
    guard latex.hasPrefix(opening) else { return false }
    var reader = TeXReader(latex)
    var depth = 0
    var isClosed = false
    while let token = reader.next() {
      if isClosed { return false }
      switch token {
      case .other(UInt8(ascii: "{")), .command("begin"), .command("left"): depth += 1
      case .other(UInt8(ascii: "}")), .command("end"), .command("right"): depth -= 1
      case .other, .command: continue
      }
      switch token {
      case .command("begin"), .command("end"): _ = reader.argument()
      case .command("left"): reader.skipDelimiter()
      case .command("right"): reader.skipDelimiter()
      default: break
      }
      isClosed = depth == 0
    }
    return isClosed
  }
}
