import Documents

extension ExtraScanner {
  /// `\(…\)`, `\[…\]`, `\begin{…}…\end{…}`, `\ref{…}`, `\eqref{…}`, or an escaped character.
  mutating func readBackslash(_ start: Int, _ search: inout Search) -> Int {
    switch byte(start + 1, search) {
    case UInt8(ascii: "("):
      return readFormula(.parentheses, start, opening: 2, closing: #"\)"#, &search)
    case UInt8(ascii: "["):
      return readFormula(.brackets, start, opening: 2, closing: #"\]"#, &search)
    case UInt8(ascii: "b"):
      let begin = #"\begin{"#.utf8
      let text = run.bytes[start..<search.end]
      guard text.starts(with: begin),
        EnvironmentIndex.name(in: text, at: start + begin.count) != nil
      else { return start + 2 }
      return readEnvironment(start, &search)
    case UInt8(ascii: "r"):
      return readReference(#"\ref{"#, .number, start, search)
    case UInt8(ascii: "e"):
      noteForeign(start, search)
      return readReference(#"\eqref{"#, .parenthesizedNumber, start, search)
    default:
      noteForeign(start, search)
      readEscape(start, search)
      return start + 2
    }
  }

  /// `$…$`, `$$…$$`, `` $`…`$ ``, or a dollar sign.
  mutating func readDollar(_ start: Int, _ search: inout Search) -> Int {
    switch byte(start + 1, search) {
    case UInt8(ascii: "$"):
      return readFormula(.doubleDollar, start, opening: 2, closing: "$$", &search)
    case UInt8(ascii: "`") where !search.isHTML:
      guard let close = find("`$", from: start + 2, &search, extending: false), close > start + 2
      else {
        // A code span behind a dollar is none of a formula's.
        let rest = run.bytes[start + 2..<search.end]
        if search.unclosed.insert("$`").inserted, !rest.contains(UInt8(ascii: "`")) {
          warnOfUnclosed(start..<start + 2)
        }
        return start + 1
      }
      add(.formula(.dollarBacktick), start..<close + 2, content: start + 2..<close)
      return close + 2
    default:
      return readInlineDollar(start, &search)
    }
  }

  private mutating func readFormula(
    _ delimiters: FormulaDelimiters,
    _ start: Int,
    opening: Int,
    closing: String,
    _ search: inout Search
  ) -> Int {
    let isDisplay = delimiters.style == .display
    let close = find(closing, from: start + opening, &search, extending: isDisplay)
    guard let close else {
      let mayBeText = delimiters == .brackets && hasPlainBracket(start, search)
      if delimiters != .parentheses, !mayBeText { warnOfUnclosed(start..<start + opening) }
      return start + opening
    }
    let content = start + opening..<close
    // What is only punctuation is text, and so is each part of it.
    guard run.bytes[content].contains(where: { $0.isASCIILetterOrDigit || $0 >= 0x80 }) else {
      return close
    }
    if delimiters == .brackets, !standsAlone(start..<close + 2), isProse(content) {
      return start + opening
    }
    add(.formula(delimiters), start..<close + 2, content: content)
    if isDisplay { noteForeignLabel(close + 2, search) }
    return close + 2
  }

  /// Whether a bracket closes in the line of an escaped one, which is text such as `\[sic]`.
  private func hasPlainBracket(_ start: Int, _ search: Search) -> Bool {
    let text = run.bytes[start + 2..<search.end].prefix { !"]\n[\\_={".utf8.contains($0) }
    return byte(text.endIndex, search) == UInt8(ascii: "]")
  }

  /// Whether nothing else stands on the first and last line of a range, save a label.
  private func standsAlone(_ range: Range<Int>) -> Bool {
    let before = run.bytes[..<range.lowerBound].reversed().first { !$0.isASCIIBlank }
    let after = run.bytes[range.upperBound...].first { !$0.isASCIIBlank }
    let ends: [UInt8?] = [nil, UInt8(ascii: "\n")]
    return ends.contains(before) && (ends.contains(after) || after == UInt8(ascii: "{"))
  }

  /// Whether a text is words or a number in escaped brackets, such as `\[Swift 5.1\]` in a list of
  /// changes, and bears no sign of mathematics.
  private func isProse(_ range: Range<Int>) -> Bool {
    let text = run.bytes[range]
    guard text.allSatisfy({ $0.isASCIILetterOrDigit || " \t\n.,:;!?'\"/-".utf8.contains($0) })
    else {
      return false
    }
    let words = text.split { !$0.isASCIILetter }
    return words.isEmpty || words.contains { $0.count > 1 }
  }

  private mutating func readEnvironment(_ start: Int, _ search: inout Search) -> Int {
    let index = environments ?? EnvironmentIndex(bytes, in: range)
    environments = index
    guard let offset = index.end(ofEnvironmentAt: run.origin(of: start)),
      let end = extend(to: offset, &search),
      let brace = run.bytes[end..<search.end].firstIndex(of: UInt8(ascii: "}"))
    else {
      warnOfUnclosed(start..<start + 6)
      return start + 2
    }
    add(.formula(.environment), start..<brace + 1, content: start..<brace + 1)
    return brace + 1
  }

  /// `$…$` in a line, told from money as Pandoc does: no white space just inside the dollars and no
  /// digit after the last. TeX commands are never money, so a formula with one may break both rules.
  /// A backtick ends the attempt: what follows may be code.
  private mutating func readInlineDollar(_ start: Int, _ search: inout Search) -> Int {
    let lines = run.lineStarts.count
    var at = start + 1
    var state = InlineTeX(vainSearches: search.vainSearches)
    defer { search.vainSearches = state.vainSearches }
    let opensWithSpace = byte(at, search).map(\.isASCIIWhitespace) ?? true
    var brackets = 0
    while true {
      if at >= search.end {
        // Only an open environment shows that a blank line is part of the formula.
        let isPastParagraph = run.lineStarts.count > lines
        if state.environmentDepth > 0 || (isPastParagraph && nextLineHasText), mayStillCome("$"),
          extendRun(&search)
        {
          continue
        }
        state.vainSearches += 1
        break
      }
      let next = run.bytes[at]
      if next == UInt8(ascii: "$"), state.textDepth == 0 {
        let hasSpace = opensWithSpace || run.bytes[at - 1].isASCIIWhitespace
        let isBeforeDigit = byte(at + 1, search).map(\.isASCIIDigit) ?? false
        guard at > start + 1, state.hasCommand || !hasSpace, state.hasMarkup || !isBeforeDigit
        else {
          break
        }
        if !state.hasMarkup, isMoney(start..<at) {
          warnOfMoney(start..<at + 1)
          break
        }
        finishExtension(fromLines: lines, &search)
        add(.formula(.dollar), start..<at + 1, content: start + 1..<at)
        return at + 1
      }
      if next == UInt8(ascii: "`"), state.textDepth == 0, !search.isHTML { break }
      if !search.isHTML, let end = address(at, &brackets, state, search) {
        guard let end else { break }
        at = end
        continue
      }
      if state.textDepth > InlineTeX.deepestText { break }
      at = state.read(run.bytes[..<search.end], at: at)
    }
    giveUp("$", toLines: lines, &search)
    // What cannot begin a formula, such as a digit or a full stop, needs no warning.
    if let next = byte(start + 1, search), next.isASCIILetter || #"\([{|+-"#.utf8.contains(next) {
      warnOfUnclosed(start..<start + 1)
    }
    return start + 1
  }

  /// The end of an address that a dollar cannot close a formula in: that of a link, or one that
  /// stands bare.
  /// - Returns: `nil` where no address begins, and an empty value where there is one that no formula
  ///   has, so that the dollar before it is text.
  private func address(
    _ at: Int,
    _ brackets: inout Int,
    _ state: InlineTeX,
    _ search: Search
  ) -> Int?? {
    switch run.bytes[at] {
    case UInt8(ascii: "["):
      brackets += 1
    case UInt8(ascii: "]"):
      let isOwn = brackets > 0
      if isOwn { brackets -= 1 }
      guard byte(at + 1, search) == UInt8(ascii: "("), isOwn || search.brackets.isInside,
        let end = addresses(search).endOfTarget(at: at + 1)
      else { return nil }
      let target = run.bytes[at..<end]
      let isLink = target.contains(UInt8(ascii: "$")) || target.contains(text: "://")
      return .some(!isOwn || isLink ? nil : end)
    case UInt8(ascii: "h"), UInt8(ascii: "f"), UInt8(ascii: "w"):
      guard state.textDepth == 0, !run.bytes[at - 1].isASCIILetter,
        !"{$".utf8.contains(run.bytes[at - 1]),
        addresses(search).endOfBareAddress(at: at) != nil
      else { return nil }
      return .some(nil)
    case UInt8(ascii: "<"):
      guard let end = HTMLMarkup.endOfTagOrAutolink(in: run.bytes[..<search.end], at: at),
        run.bytes[at..<end].contains(text: "://")
      else { return nil }
      return .some(nil)
    default: break
    }
    return nil
  }

  /// Whether dollars behind numbers are prices, as in `10$, or 12$ a year`: a number stands before
  /// each of them, and words or a mark between.
  private func isMoney(_ range: Range<Int>) -> Bool {
    guard range.lowerBound > 0, run.bytes[range.lowerBound - 1].isASCIIDigit else { return false }
    let text = run.bytes[range.lowerBound + 1..<range.upperBound]
    guard let first = text.first, let last = text.last, last.isASCIIDigit else { return false }
    let hasWord = text.split { !$0.isASCIILetter }.contains { $0.count > 1 }
    return (hasWord && text.contains(where: \.isASCIIWhitespace)) || ",;./)".utf8.contains(first)
  }

  private mutating func warnOfMoney(_ range: Range<Int>) {
    found.diagnostics.append(
      Diagnostic(
        .warning,
        .moneyOrMathematics,
        "these dollars are taken for money, for a number stands before each of them",
        help: #"write \$ for a dollar sign, or \(…\) for mathematics"#,
        in: source,
        at: run.origin(of: range.lowerBound)..<run.origin(of: range.upperBound - 1) + 1
      )
    )
  }

  private mutating func warnOfUnclosed(_ range: Range<Int>) {
    let place = run.origin(of: range.lowerBound)..<run.origin(of: range.upperBound - 1) + 1
    let mark = String(decoding: run.bytes[range], as: UTF8.self)
    found.diagnostics.append(
      Diagnostic(
        .warning,
        .unclosedMathematics,
        "'\(mark)' opens mathematics that is not closed, so it is text",
        help: mark.hasPrefix("$")
          ? "close it in the same paragraph, or write \\$ for a dollar sign" : "close it",
        in: source,
        at: place
      )
    )
  }
}

/// What must be known about TeX to tell which dollar closes it.
private struct InlineTeX {
  /// How often the paragraph has been followed to its end in vain, for a dollar or a brace.
  var vainSearches: Int
  /// Whether a command such as `\frac` has come.
  var hasCommand = false
  /// Whether anything has come that money never has.
  var hasMarkup = false
  var environmentDepth = 0
  /// How many braces of a `\text{…}` are open; a dollar in there is the text's.
  var textDepth = 0

  /// Where braces go deeper than this, a text is taken for one that is never closed.
  static let deepestText = 16

  /// Where a paragraph has been followed to its end in vain more often, the next dollar closes what
  /// comes, whatever it stands in, so that the paragraph is not read once for each of them.
  private static let mostVainSearches = 16

  /// Whether a dollar in a text or in an expression belongs to it.
  private var hidesDollars: Bool { vainSearches < Self.mostVainSearches }

  /// The commands that take a text, each with the number of arguments before it.
  private static let textCommands: [String: Int] = [
    "text": 0, "textrm": 0, "textbf": 0, "textit": 0, "textsf": 0, "texttt": 0, "textnormal": 0,
    "textup": 0, "textmd": 0, "textsl": 0, "textsc": 0, "emph": 0, "mbox": 0, "hbox": 0, "fbox": 0,
    "makebox": 0, "framebox": 0, "intertext": 0, "shortintertext": 0, "tag": 0, "parbox": 1,
    "raisebox": 1, "colorbox": 1, "fcolorbox": 2,
  ]

  /// Takes in what stands at an index.
  /// - Returns: the index after it.
  mutating func read(_ bytes: ArraySlice<UInt8>, at index: Int) -> Int {
    switch bytes[index] {
    case UInt8(ascii: "\\"):
      let name = bytes[(index + 1)...].prefix(while: \.isASCIILetter)
      guard !name.isEmpty else { return min(index + 2, bytes.endIndex) }
      hasCommand = true
      hasMarkup = true
      return readCommand(String(decoding: name, as: UTF8.self), bytes, end: name.endIndex)
    case UInt8(ascii: "{"):
      hasMarkup = true
      if textDepth > 0 { textDepth += 1 }
    case UInt8(ascii: "}"):
      if textDepth > 0 { textDepth -= 1 }
    case UInt8(ascii: "^"), UInt8(ascii: "_"):
      hasMarkup = true
    default:
      break
    }
    return index + 1
  }

  private mutating func readCommand(_ name: String, _ bytes: ArraySlice<UInt8>, end: Int) -> Int {
    if name == "begin" {
      environmentDepth += 1
    } else if name == "end" {
      environmentDepth -= 1
    } else if !hidesDollars {
      return end
    } else if name == "swift", let brace = bytes[end...].firstIndex(where: { $0 != 0x20 }),
      bytes[brace] == UInt8(ascii: "{")
    {
      // A dollar in an expression, such as `$0`, is Swift's.
      if let close = FormulaTeX.closingBrace(in: bytes, from: brace + 1) { return close + 1 }
      vainSearches += 1
    } else if textDepth == 0, let skipped = Self.textCommands[name],
      let brace = Self.brace(ofText: bytes, from: end, after: skipped)
    {
      textDepth = 1
      return brace + 1
    }
    return end
  }

  /// Where the brace of a text opens that follows options and other arguments.
  private static func brace(ofText bytes: ArraySlice<UInt8>, from start: Int, after skipped: Int)
    -> Int?
  {
    var skipped = skipped
    var at = start
    // Nobody writes longer lengths and colours.
    let end = min(bytes.endIndex, start + 200)
    while at < end {
      switch bytes[at] {
      case UInt8(ascii: " "), UInt8(ascii: "*"): at += 1
      case UInt8(ascii: "["):
        guard let close = bytes[at..<end].firstIndex(of: UInt8(ascii: "]")) else { return nil }
        at = close + 1
      case UInt8(ascii: "{"):
        guard skipped > 0 else { return at }
        skipped -= 1
        guard let close = bytes[at..<end].firstIndex(of: UInt8(ascii: "}")) else { return nil }
        at = close + 1
      default: return nil
      }
    }
    return nil
  }
}
