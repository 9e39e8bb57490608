import Documents

/// Reads a row of MathML's elements as mathematics, by the habits of textbooks:
///
/// 1. What stands side by side is multiplied. A sum, an integral or a derivative reaches to the next plus,
///    minus or relation, and so does a function without brackets, unless another function begins.
/// 2. A letter before brackets is a function where it is declared as one, and else a factor.
/// 3. What cannot be read is noted, and reading goes on, so that all of it is told at once.
struct ExpressionReader {
  let symbols: SymbolTable
  /// The letters that sums and their like run through around this place.
  var bound: Set<Name> = []
  /// How often a bar is open, that a further one closes.
  var openBars = 0
  /// Whether a `d` and a letter end what is read, as in an integral.
  var isInIntegral = false
  /// Where numbers stand that are as exact as they are written, and no more.
  var rounded: [Range<Int>] = []
  private(set) var faults: [ReadingFault] = []
  private var depth = 0

  init(_ symbols: SymbolTable) { self.symbols = symbols }

  mutating func fault(_ message: String, help: String, _ place: Range<Int>?) -> Expression {
    let fault = ReadingFault(message, help: help, place)
    if !faults.contains(fault) { faults.append(fault) }
    return Expression(.unreadable, place)
  }

  /// All of an element as one expression.
  mutating func whole(_ tree: MathTree) -> Expression {
    whole(TokenRow(tree).tokens, tree.wholePlace)
  }

  /// All of a row as one expression.
  mutating func whole(_ tokens: [MathTree], _ place: Range<Int>? = nil) -> Expression {
    guard !tokens.isEmpty else {
      return fault("there is nothing here", help: "write what stands here", place)
    }
    depth += 1
    defer { depth -= 1 }
    guard depth < 60 else {
      return fault("the formula is nested too deeply", help: "name its parts under symbols", place)
    }
    let outer = (openBars, isInIntegral)
    (openBars, isInIntegral) = (0, false)
    defer { (openBars, isInIntegral) = outer }
    var row = tokens[...]
    let read = sum(&row)
    if let rest = row.first { return unreadable(rest) }
    return read
  }

  mutating func unreadable(_ tree: MathTree) -> Expression {
    let sign = tree.scripted.base.text
    return fault(
      sign.isEmpty ? "this cannot be read here" : "'\(sign)' cannot be read here",
      help: "write it otherwise, or leave 'holds' out",
      tree.wholePlace
    )
  }

  /// An element with scripts that are no letters' own, such as a sum's.
  func mark(_ row: ArraySlice<MathTree>) -> String {
    guard let base = row.first?.scripted.base, ["mo", "mi"].contains(base.kind) else { return "" }
    return base.text
  }

  // MARK: - Sums and products

  private static let pluses: Set = ["+", "−", "-", "±", "∓"]
  private static let dots: Set = ["…", "⋯", "⋮", "..."]

  /// Terms, up to whatever is no part of a sum.
  mutating func sum(_ row: inout ArraySlice<MathTree>) -> Expression {
    var terms: [Expression] = []
    var dots: Int?
    var isPlain = true
    var dotsPlace: Range<Int>?
    if row.first?.kind == "mo", ["−", "-", "+"].contains(mark(row)) {
      let sign = row.removeFirst()
      let read = product(&row)
      terms.append(sign.text == "+" ? read : negative(read, sign.place))
    } else {
      terms.append(product(&row))
    }
    while Self.pluses.contains(mark(row)), let sign = row.first, sign.kind == "mo" {
      row.removeFirst()
      if sign.text == "±" || sign.text == "∓" {
        terms.append(
          fault("'\(sign.text)' says two things", help: "write each of them by itself", sign.place)
        )
        _ = product(&row)
        continue
      }
      if Self.dots.contains(mark(row)), dots == nil {
        dots = terms.count
        let mark = row.removeFirst()
        // What is taken away before the dots and added behind them, or the other way round, is no rule.
        if sign.text != "+" || row.first?.text != "+" { isPlain = false }
        dotsPlace = union(sign.place, mark.place)
        continue
      }
      let read = product(&row)
      let isMinus = sign.text != "+"
      terms.append(isMinus ? Expression(.negative(read), union(sign.place, read.place)) : read)
    }
    if let dots { return isPlain ? run(terms, dots: dots, isProduct: false) : unruled(dotsPlace) }
    return terms.dropFirst().reduce(terms[0]) { sum, term in
      let place = union(sum.place, term.place)
      if case .negative(let inner) = term.form {
        return Expression(.difference(sum, inner), place)
      }
      return Expression(.sum(sum, term), place)
    }
  }

  /// A first term with a minus before it; `−1 mod n` is what is left of −1.
  private func negative(_ read: Expression, _ sign: Range<Int>?) -> Expression {
    let place = union(sign, read.place)
    guard case .function(.mod, let items) = read.form else {
      return Expression(.negative(read), place)
    }
    let number = Expression(.negative(items[0]), union(sign, items[0].place))
    return Expression(.function(.mod, [number, items[1]]), place)
  }

  private static let times: Set = ["⋅", "·", "×", "∗", "*", "∙", "⊙", "∘", "/", "÷", "∕"]

  /// Factors, up to whatever is no part of a product.
  mutating func product(_ row: inout ArraySlice<MathTree>) -> Expression {
    var factors: [Expression] = []
    var dots: Int?
    var result: Expression?
    func joined(_ sign: String, _ left: Expression, _ right: Expression) -> Expression {
      let place = union(left.place, right.place)
      switch sign {
      case "/", "÷", "∕": return Expression(.quotient(left, right), place)
      case "∘" where left.mentions(.argument):
        return Expression(.substitution(left, .argument, right), place)
      case "⊙", "∘": return Expression(.elementwiseProduct(left, right), place)
      case "×": return Expression(.function(.cross, [left, right]), place)
      case "⋅", "·", "∙": return Expression(.function(.dot, [left, right]), place)
      default: return Expression(.product(left, right), place)
      }
    }
    var sign = ""
    var isFirst = true
    while isFirst || !sign.isEmpty || beginsFactor(row) {
      if Self.dots.contains(mark(row)), row.first?.kind == "mo", dots == nil, !isFirst {
        dots = factors.count
        row.removeFirst()
        sign = ""
        if Self.times.contains(mark(row)), row.first?.kind == "mo" { row.removeFirst() }
        continue
      }
      let factor =
        !sign.isEmpty && ["−", "-"].contains(mark(row)) ? signed(&row) : self.factor(&row)
      factors.append(factor)
      result = result.map { joined(sign, $0, factor) } ?? factor
      isFirst = false
      sign = ""
      if Self.times.contains(mark(row)), let token = row.first, token.kind == "mo" {
        sign = token.text
        row.removeFirst()
      }
    }
    let read =
      dots.map { run(factors, dots: $0, isProduct: true) } ?? result ?? Expression(.unreadable)
    guard mark(row) == "mod" else { return read }
    row.removeFirst()
    let modulus = product(&row)
    return Expression(.function(.mod, [read, modulus]), union(read.place, modulus.place))
  }

  /// A factor with a sign, as behind a times.
  private mutating func signed(_ row: inout ArraySlice<MathTree>) -> Expression {
    let sign = row.removeFirst()
    let factor = factor(&row)
    return Expression(.negative(factor), union(sign.place, factor.place))
  }

  /// Whether a further factor follows without a sign.
  func beginsFactor(_ row: ArraySlice<MathTree>) -> Bool {
    guard let first = row.first, !beginsModulus(row) else { return false }
    if isInIntegral, beginsDifferential(row) { return false }
    let base = first.scripted.base
    if base.text == "mod" { return false }
    switch base.kind {
    case "mo":
      if base.isWord { return true }
      if Self.bars.contains(base.text) { return openBars == 0 && !isPlaceBar(first) }
      return Self.openings[base.text] != nil || Self.bigSigns[base.text] != nil
        || ["∫", "∇", "∂", "⋯", "…", "√", "∮"].contains(base.text)
    case "mtext": return base.isWord && !Self.connectives.contains(base.text)
    case "mtable": return true
    default: return base.kind.hasPrefix("m")
    }
  }

  /// Words between statements.
  static let connectives: Set = [
    "for", "if", "and", "or", "where", "when", "with", "otherwise", "else", "so", "provided",
    "unless",
    "whenever", "as", "since", "because", "thus", "hence", "therefore", "that", "is", "all", "by",
    "on", "in",
  ]

  func beginsDifferential(_ row: ArraySlice<MathTree>) -> Bool {
    guard let first = row.first, first.kind == "mi", first.text == "d", row.count > 1,
      symbols.meaning(of: Name("d")) == nil
    else { return false }
    return row[row.startIndex + 1].scripted.base.kind == "mi"
  }

  static let openings = ["(": ")", "[": "]", "{": "}", "⟨": "⟩", "⌊": "⌋", "⌈": "⌉"]
  static let closings = Set(openings.values)
  static let bars: Set = ["|", "∣", "‖", "∥", "∣∣"]
  static let bigSigns: [String: BigOperator] = ["∑": .sum, "∏": .product]
}
