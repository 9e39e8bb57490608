import Documents
import NotebookDisplay
import NotebookSyntax

/// A formula's TeX as MathJax gets it, with the values put in, which knows where each part of it comes
/// from.
package struct ComposedTeX: Sendable {
  /// Where a part of the TeX comes from.
  package enum Origin: Sendable {
    /// The notebook's own text, from an offset of a snippet on.
    case typed(Snippet, offset: Int)
    /// A value's own LaTeX; the range is that of the cell or expression which shows it.
    case value(SourceRange, expression: String?, tex: String)
    /// Text that has no places of its own, such as an abstract in the front matter.
    case text(SourceRange)
    /// The page itself.
    case page
  }

  private struct Stretch {
    var start: Int
    var origin: Origin
  }

  /// The TeX.
  package private(set) var text = ""
  /// The TeX as its author wrote it; `nil` for TeX that is not the author's.
  package private(set) var written: String?
  /// The values in it that are not known.
  package private(set) var missing: [InlineValue] = []
  /// The values whose braces do not match, which would take hold of the TeX around them.
  package private(set) var unbalanced: [Origin] = []
  private var stretches: [Stretch] = []

  /// Where values stand in it.
  package var valueRanges: [Range<Int>] {
    let ends = stretches.dropFirst().map(\.start) + [text.utf8.count]
    return zip(stretches, ends).compactMap { stretch, end in
      if case .value = stretch.origin { stretch.start..<end } else { nil }
    }
  }

  /// Whether every value in it is known.
  package var isComplete: Bool { missing.isEmpty }

  /// Where it begins in the notebook; `nil` for the page's own.
  package var start: Int? {
    switch stretches.first?.origin {
    case .typed(let snippet, let offset): snippet.origin(of: offset)
    case .value(let range, _, _), .text(let range): range.lowerBound
    case .page, nil: nil
    }
  }

  /// Whether it is the page's own.
  package var isOfPage: Bool {
    if case .page? = stretches.first?.origin { true } else { false }
  }

  /// TeX that all comes from one place.
  package init(_ text: String, _ origin: Origin) {
    append(text, origin)
  }

  /// A formula of the notebook.
  ///
  /// - Parameter latex: the LaTeX of a value; `nil` for one that is not known.
  package init(_ formula: Formula, latex: (InlineValue) -> String?) {
    written = formula.tex.text
    var offset = 0
    var ranges = formula.valueRanges[...]
    var surroundings = TeXSurroundings()
    for (index, part) in formula.parts.enumerated() {
      switch part {
      case .tex(let tex):
        append(tex, .typed(formula.tex, offset: offset))
        surroundings.read(tex)
        offset += tex.utf8.count
      case .value(let value):
        let rest = formula.parts[(index + 1)...].first
        append(
          value,
          latex: latex(value),
          in: surroundings,
          before: rest
        )
        surroundings.readValue()
        offset = ranges.popFirst()?.upperBound ?? offset
      }
    }
  }

  /// Where a byte of the TeX comes from.
  package func origin(of offset: Int) -> Origin {
    guard let stretch = stretches.last(where: { $0.start <= offset }) else { return .page }
    guard case .typed(let snippet, let start) = stretch.origin else { return stretch.origin }
    return .typed(snippet, offset: start + offset - stretch.start)
  }

  private mutating func append(_ text: String, _ origin: Origin) {
    guard !text.isEmpty else { return }
    stretches.append(Stretch(start: self.text.utf8.count, origin: origin))
    self.text += text
  }

  /// Adds a value, so that it is one thing wherever it stands.
  private mutating func append(
    _ value: InlineValue,
    latex: String?,
    in surroundings: TeXSurroundings,
    before rest: Formula.Part?
  ) {
    guard let latex else {
      missing.append(value)
      let source = TeX.text(value.expression.text).replacing("\\text{", with: "\\texttt{")
      return append("{" + source + "}", .text(value.range))
    }
    let origin = Origin.value(value.range, expression: value.expression.text, tex: latex)
    if !TeXReader.hasMatchingBraces(latex) { unbalanced.append(origin) }
    let tex = ValueTeX(latex)
    switch surroundings.kind {
    case .mathematics where endsWithBrace && rest?.beginsWithBrace == true: append(latex, origin)
    case .mathematics:
      append(tex.inMathematics(hasPower: rest?.beginsWithPower == true), origin)
    case .text where surroundings.isArgument: append("{" + tex.inText + "}", origin)
    case .text: append(tex.inText, origin)
    case .letters:
      let needsSpace = endsWithCommand && latex.first?.isLetter == true
      append(needsSpace ? " " + latex : latex, origin)
    }
  }

  /// The TeX as people read it: values that stand by themselves are without their braces.
  package var readable: String {
    let ends = stretches.dropFirst().map(\.start) + [text.utf8.count]
    let utf8 = Array(text.utf8)
    var readable: [UInt8] = []
    for (stretch, end) in zip(stretches, ends) {
      var part = utf8[stretch.start..<end]
      if case .value(_, _, let tex) = stretch.origin, part.elementsEqual("{\(tex)}".utf8),
        !Self.takesArgument(readable.last { $0 != UInt8(ascii: " ") }),
        end == utf8.count || !"^_".utf8.contains(utf8[end])
      {
        part = part.dropFirst().dropLast()
      }
      readable += part
    }
    return String(decoding: readable, as: UTF8.self)
  }

  /// Whether TeX that ends with a byte may take what follows for its argument.
  private static func takesArgument(_ last: UInt8?) -> Bool {
    guard let last else { return false }
    return "^_}]".utf8.contains(last) || last.isASCIILetter
  }

  /// Whether the TeX ends with a brace that opens.
  private var endsWithBrace: Bool {
    guard text.utf8.last == UInt8(ascii: "{") else { return false }
    return text.utf8.dropLast().reversed().prefix { $0 == UInt8(ascii: "\\") }.count % 2 == 0
  }

  /// Whether the TeX ends with the name of a command, to which a letter would be added.
  private var endsWithCommand: Bool {
    let letters = text.reversed().prefix { $0.isASCII && $0.isLetter }
    guard !letters.isEmpty else { return false }
    return text.reversed().dropFirst(letters.count).prefix { $0 == "\\" }.count % 2 == 1
  }
}

extension Formula.Part {
  /// Whether a brace that closes follows at once.
  fileprivate var beginsWithBrace: Bool {
    guard case .tex(let tex) = self else { return false }
    return tex.utf8.first == UInt8(ascii: "}")
  }

  /// Whether a `^` follows what stands before, perhaps after an index.
  fileprivate var beginsWithPower: Bool {
    guard case .tex(let tex) = self else { return false }
    return tex.prefixMatch(of: /\s*(_\s*(\{[^{}]*\}|\\[A-Za-z]+|.)\s*)?\^/) != nil
  }
}
