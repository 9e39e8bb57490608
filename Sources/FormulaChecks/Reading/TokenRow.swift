import Documents

/// MathML's elements in the order in which they are read: rows within rows are one row, and what only sets
/// spaces is gone.
struct TokenRow {
  private(set) var tokens: [MathTree] = []

  init(_ tree: MathTree) { add(tree) }

  init(_ trees: [MathTree]) { for tree in trees { add(tree) } }

  private mutating func add(_ tree: MathTree) {
    switch tree.kind {
    case "math", "mrow", "mstyle", "mpadded", "menclose", "merror":
      // The bar of a value at a place belongs to all before it.
      if tree.isEvaluationBar { tokens.append(tree) } else { tree.children.forEach { add($0) } }
    case "semantics": if let first = tree.children.first { add(first) }
    case "mspace", "mphantom", "none", "text": break
    // MathJax begins the cells of `aligned` with a letter that says nothing.
    case "mo" where tree.text.allSatisfy(Self.isInvisible),
      "mi" where tree.text.isEmpty:
      break
    case "mtext" where tree.text.allSatisfy(\.isWhitespace): break
    case "mtext" where tree.isWord: tokens.append(tree)
    default: tokens.append(tree)
    }
  }

  private static func isInvisible(_ character: Character) -> Bool {
    ("\u{2061}"..."\u{2064}").contains(character) || character.isWhitespace
  }
}

extension MathTree {
  /// What it is with scripts, below, above or at its side.
  struct Scripted {
    var base: MathTree
    var lower: MathTree?
    var upper: MathTree?
  }

  /// The element without its scripts, and these.
  var scripted: Scripted {
    switch (kind, children.count) {
    case ("msub", 2): nested(Scripted(base: children[0], lower: children[1]))
    case ("msup", 2): nested(Scripted(base: children[0], upper: children[1]))
    case ("msubsup", 3): nested(Scripted(base: children[0], lower: children[1], upper: children[2]))
    case ("munder", 2): nested(Scripted(base: children[0], lower: children[1]))
    case ("mover", 2) where !isAccented: nested(Scripted(base: children[0], upper: children[1]))
    case ("munderover", 3):
      nested(Scripted(base: children[0], lower: children[1], upper: children[2]))
    case ("mrow", 1): children[0].scripted
    default: Scripted(base: self)
    }
  }

  /// Scripts of what has scripts itself, where each has another.
  private func nested(_ outer: Scripted) -> Scripted {
    guard ["msub", "msup", "munder", "mover"].contains(outer.base.onlyPart.kind) else {
      return Scripted(base: outer.base.onlyPart, lower: outer.lower, upper: outer.upper)
    }
    let inner = outer.base.onlyPart.scripted
    if (outer.lower == nil || inner.lower == nil) && (outer.upper == nil || inner.upper == nil) {
      return Scripted(
        base: inner.base,
        lower: outer.lower ?? inner.lower,
        upper: outer.upper ?? inner.upper
      )
    }
    return Scripted(base: outer.base.onlyPart, lower: outer.lower, upper: outer.upper)
  }

  /// What a row of one element holds.
  var onlyPart: MathTree {
    ["mrow", "mstyle", "mpadded"].contains(kind) && children.count == 1
      ? children[0].onlyPart : self
  }

  /// The accents by the signs that MathML has for them.
  static let accents: [Character: String] = [
    "^": "hat", "ˆ": "hat", "\u{302}": "hat", "¯": "bar", "―": "bar", "‾": "bar", "\u{304}": "bar",
    "_": "bar", "~": "tilde", "˜": "tilde", "\u{303}": "tilde", "→": "vec",
    "\u{20D7}": "vec", "˙": "dot", "\u{307}": "dot", "¨": "ddot", "\u{308}": "ddot", "ˇ": "check",
  ]

  /// Whether it is something with an accent over it.
  var isAccented: Bool { accent != nil }

  var accent: String? {
    guard kind == "mover", children.count == 2, children[1].onlyPart.kind == "mo",
      let sign = children[1].onlyPart.text.first, children[1].onlyPart.text.count == 1
    else { return nil }
    return Self.accents[sign]
  }

  /// Whether it is a name of more letters than one, such as `max`.
  var isWord: Bool {
    ["mi", "mo", "mtext"].contains(kind) && text.count > 1
      && text.allSatisfy {
        $0.isLetter || $0.isNumber || $0 == "-" || $0 == "\u{2006}" || $0 == "\u{2009}"
      }
      && text.first?.isLetter == true
  }

  /// Whether it is `\left. … \right|`.
  var isEvaluationBar: Bool {
    guard kind == "mrow", let first = children.first, let last = children.last, children.count > 2
    else { return false }
    return first.kind == "mo" && first.text.isEmpty && last.kind == "mo"
      && ["|", "∣"].contains(last.text)
  }

  /// Where it comes from, with all that it holds.
  var wholePlace: Range<Int>? {
    children.reduce(place) { union($0, $1.wholePlace) }
  }
}

/// The places of both and all between them.
func union(_ a: Range<Int>?, _ b: Range<Int>?) -> Range<Int>? {
  guard let a, let b else { return a ?? b }
  return min(a.lowerBound, b.lowerBound)..<max(a.upperBound, b.upperBound)
}
