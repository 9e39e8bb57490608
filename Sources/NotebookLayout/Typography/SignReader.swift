import NotebookSyntax

/// Tells which typographic signs stand for the straight marks, hyphens and dots of one running text.
///
/// 1. Signs are read from left to right. What stands beside a mark tells whether it may begin or end a
///    quotation, by CommonMark's rule for emphasis.
/// 2. Marks that belong together are found by the stack of those that are open.
/// 3. What is left over is an apostrophe, a quotation that goes on in the next paragraph, or no quotation at
///    all, such as feet and inches, and stays as it was written.
struct SignReader {
  private let scalars: [Unicode.Scalar]
  private let punctuation: Punctuation
  /// What stands in place of single signs, by their index; empty for nothing.
  private(set) var replacements: [Int: String] = [:]
  private var open: [Opening] = []
  private var openDoubles = 0

  /// A mark that may begin a quotation.
  private struct Opening {
    var index: Int
    var isDouble: Bool
    /// Whether the language's inner signs are due.
    var isInner: Bool
  }

  /// - Parameters:
  ///   - scalars: the text, in which a ``gap`` stands for what is no text.
  ///   - punctuation: the language's signs.
  init(_ scalars: [Unicode.Scalar], _ punctuation: Punctuation) {
    self.scalars = scalars
    self.punctuation = punctuation
    var index = 0
    while index < scalars.count { index = read(at: index) }
    settle(downTo: 0)
  }

  /// Stands for something within the text that is as good as a word: code, a formula, an image.
  static let gap: Unicode.Scalar = "\u{FFFC}"

  /// - Returns: the index behind what was read.
  private mutating func read(at index: Int) -> Int {
    switch scalars[index] {
    case "\"": readDouble(index)
    case "'": readSingle(index)
    case "-": return readHyphens(index)
    case ".": return readDots(index)
    case "–", "—": holdDash(before: index)
    case "«", "»": readGuillemet(index)
    default: readSpaced(index)
    }
    return index + 1
  }
}

// MARK: - Quotations

extension SignReader {
  private mutating func readDouble(_ index: Int) {
    let (before, after) = (self[index - 1], self[index + 1])
    let isInWord = before.isWord && after.isWord
    switch (opens(index), closes(index)) {
    case (true, true) where openDoubles > 0 && !before.isOpeningBracket:
      close(index, isDouble: true)
    case (true, true) where isGershayim(index): replacements[index] = "״"
    case (true, true) where isInWord && !isUnspaced(index) && !before.isHebrew: break
    case (true, _): begin(index, isDouble: true)
    case (false, true) where openDoubles > 0: close(index, isDouble: true)
    case (false, true) where before.isDigit: break
    case (false, true): replacements[index] = punctuation.outer.closing
    case (false, false): break
    }
  }

  private mutating func readSingle(_ index: Int) {
    let (before, after) = (self[index - 1], self[index + 1])
    let isEndDue = open.last?.isDouble == false
    if before.isWord, after.isWord, !isUnspaced(index) {
      replacements[index] = apostrophe(behind: before)
    } else if closes(index), isEndDue {
      close(index, isDouble: false)
    } else if opens(index) {
      // `'90s`
      let isDecade = after.isDigit && self[index + 2].isDigit && !self[index + 3].isDigit
      if isDecade {
        replacements[index] = punctuation.apostrophe
      } else {
        begin(index, isDouble: false)
      }
    } else if closes(index), !before.isDigit {
      replacements[index] = apostrophe(behind: before)
    }
  }

  private func apostrophe(behind before: Unicode.Scalar?) -> String {
    before.isHebrew ? "׳" : punctuation.apostrophe
  }

  /// Whether a mark stands before the last letter of a Hebrew abbreviation.
  private func isGershayim(_ index: Int) -> Bool {
    self[index - 1].isHebrew && self[index + 1].isHebrew && !self[index + 2].isWord
  }

  private mutating func begin(_ index: Int, isDouble: Bool) {
    var isInner = !isDouble
    if let around = open.last, around.isInner == isInner { isInner.toggle() }
    open.append(Opening(index: index, isDouble: isDouble, isInner: isInner))
    if isDouble { openDoubles += 1 }
  }

  private mutating func close(_ index: Int, isDouble: Bool) {
    while let last = open.popLast() {
      if last.isDouble { openDoubles -= 1 }
      if last.isDouble == isDouble {
        let quotation = last.isInner ? punctuation.inner : punctuation.outer
        replacements[last.index] = quotation.opening
        replacements[index] = quotation.closing
        return
      }
      settle(last)
    }
  }

  /// Decides what marks are that nothing closes.
  private mutating func settle(downTo count: Int) {
    while open.count > count, let last = open.popLast() { settle(last) }
  }

  /// A quotation may go on in the next paragraph; what `'` leaves out is not quoted.
  private mutating func settle(_ opening: Opening) {
    let quotation = opening.isInner ? punctuation.inner : punctuation.outer
    replacements[opening.index] = opening.isDouble ? quotation.opening : punctuation.apostrophe
  }

  private func opens(_ index: Int) -> Bool {
    let (before, after) = (self[index - 1], self[index + 1])
    if isUnspaced(index) { return true }
    return !after.isSpace && (!after.isSign || before.isSpace || before.isSign)
  }

  private func closes(_ index: Int) -> Bool {
    let (before, after) = (self[index - 1], self[index + 1])
    if isUnspaced(index) { return true }
    return !before.isSpace && (!before.isSign || after.isSpace || after.isSign)
  }

  /// Whether a mark touches what is written without spaces on both sides, so that only the marks before tell
  /// what it is.
  private func isUnspaced(_ index: Int) -> Bool {
    let (before, after) = (self[index - 1], self[index + 1])
    return !before.isSpace && !after.isSpace && (before.isUnspaced || after.isUnspaced)
  }
}

// MARK: - Dashes, dots and spaces

extension SignReader {
  private mutating func readHyphens(_ start: Int) -> Int {
    let end = end(of: "-", from: start)
    let (before, after) = (self[start - 1], self[end])
    // Arrows, and what begins and ends comments of HTML.
    guard before != "<", before != "!", after != ">" else { return end }
    switch end - start {
    case 2:
      // `--option`
      let isOption = (before.isSpace || before.isOpeningBracket) && after.isASCIILetter
      if !isOption { replace(start..<end, by: "–") }
    case 3: replace(start..<end, by: punctuation.dash)
    default: return end
    }
    if replacements[start] != nil { holdDash(before: start, end: end) }
    return end
  }

  private mutating func readDots(_ start: Int) -> Int {
    let end = end(of: ".", from: start)
    let slashes: [Unicode.Scalar?] = ["/", "\\"]
    let isPath = slashes.contains(self[start - 1]) || slashes.contains(self[end])
    if end - start == 3, !isPath { replace(start..<end, by: punctuation.ellipsis) }
    return end
  }

  private func end(of scalar: Unicode.Scalar, from start: Int) -> Int {
    var end = start
    while end < scalars.count, scalars[end] == scalar { end += 1 }
    return end
  }

  private mutating func replace(_ range: Range<Int>, by text: String) {
    for index in range { replacements[index] = "" }
    replacements[range.lowerBound] = text
  }

  private mutating func holdDash(before start: Int, end: Int? = nil) {
    guard punctuation.holdsDashes, self[start - 1] == " ", self[end ?? start + 1].isSpace else {
      return
    }
    replacements[start - 1] = Words.noBreakSpace
  }

  private mutating func readGuillemet(_ index: Int) {
    let space = punctuation.guillemetSpace
    guard !space.isEmpty else { return }
    let isOpening = scalars[index] == "«"
    let inside = index + (isOpening ? 1 : -1)
    guard let neighbour = self[inside] else { return }
    if neighbour.isPlainSpace {
      replacements[inside] = space
    } else if !neighbour.isSpace {
      replacements[index] = isOpening ? "«" + space : space + "»"
    }
  }

  /// A sign that some languages part from its word.
  private mutating func readSpaced(_ index: Int) {
    guard let space = punctuation.spaces[scalars[index]], let before = self[index - 1],
      endsWord(behind: index)
    else { return }
    if before.isPlainSpace {
      if index > 1 { replacements[index - 1] = space }
    } else if before.isWord || before.isClosing || "\"'.".unicodeScalars.contains(before) {
      replacements[index] = space + String(scalars[index])
    }
  }

  /// Whether what follows a sign begins no word, as it does in `12:30` or in an address.
  private func endsWord(behind index: Int) -> Bool {
    guard let after = self[index + 1], !after.isSpace else { return true }
    return after.isClosing || "\"'!?.".unicodeScalars.contains(after)
  }
}

// MARK: - Neighbours

extension SignReader {
  /// The sign at an index; `nil` beyond the text.
  private subscript(index: Int) -> Unicode.Scalar? {
    scalars.indices.contains(index) ? scalars[index] : nil
  }
}

/// What stands beside a sign. The edge of a text counts as space.
extension Unicode.Scalar? {
  fileprivate var isSpace: Bool { self?.isSpace ?? true }
  fileprivate var isWord: Bool { self?.isWord ?? false }
  fileprivate var isSign: Bool { self.map { !$0.isWord && !$0.isSpace } ?? false }
  fileprivate var isDigit: Bool { self?.properties.numericType == .decimal }
  fileprivate var isASCIILetter: Bool {
    self.map { $0.isASCII && $0.properties.isAlphabetic } ?? false
  }
  fileprivate var isHebrew: Bool { self.map { (0x05D0...0x05EA).contains($0.value) } ?? false }
  fileprivate var isUnspaced: Bool { self.map(UnspacedScript.contains) ?? false }

  fileprivate var isOpeningBracket: Bool {
    [.openPunctuation, .initialPunctuation].contains(self?.properties.generalCategory)
  }
}

extension Unicode.Scalar {
  fileprivate var isSpace: Bool { properties.isWhitespace }

  /// Whether it is a space that may be another.
  fileprivate var isPlainSpace: Bool { self == " " || self == "\u{A0}" }

  fileprivate var isWord: Bool {
    guard self != SignReader.gap else { return true }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }

  fileprivate var isClosing: Bool {
    [.closePunctuation, .finalPunctuation].contains(properties.generalCategory) || self == "…"
  }
}
