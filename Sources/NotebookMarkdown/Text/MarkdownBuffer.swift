/// Blocks of Markdown, written line by line within the quotes and lists that they stand in.
struct MarkdownBuffer {
  private(set) var text = ""
  /// What stands before each line.
  private var prefix = ""
  /// What stands before the next line alone, as the mark of a list's item.
  private var nextPrefix: String?
  /// Whether the next block begins what it stands in.
  private var isFirst = true
  /// Whether blocks stand close together.
  private var isTight = false
  /// Whether the next block goes on with the last.
  private var isGlued = false

  /// Writes a block.
  /// - Parameter mayTouch: whether it is told from the block before it without a blank line between.
  mutating func write(_ block: String, mayTouch: Bool = false) {
    if !isFirst, !isGlued, !(isTight && mayTouch) { endLine(prefix) }
    (isFirst, isGlued) = (false, false)
    for line in block.split(separator: "\n", omittingEmptySubsequences: false) {
      endLine((nextPrefix ?? prefix) + line)
      nextPrefix = nil
    }
  }

  /// Has the next block go on with the last paragraph, on a line of its own.
  mutating func glue() { isGlued = true }

  private mutating func endLine(_ line: String) {
    // A blank line has no spaces, but two spaces at the end of words end a line.
    text += line.allSatisfy { $0 == " " || $0 == ">" } ? line.trimmedAtEnd : line
    text += "\n"
  }

  /// What blocks stand in, as it was before a quote or an item was opened.
  struct Surroundings {
    fileprivate var prefix: String
    fileprivate var isTight: Bool
  }

  /// Begins a quote.
  mutating func openQuote() -> Surroundings {
    open(first: "> ", rest: "> ", isTight: false, mayTouch: false)
  }

  /// Begins an item of a list.
  ///
  /// - Parameters:
  ///   - mark: what the item begins with, such as `- `.
  ///   - indent: how far what follows the first line stands in; `nil` for the mark's width.
  ///   - isTight: whether its blocks stand close together.
  ///   - isFirst: whether it is the list's first item.
  mutating func openItem(
    _ mark: String,
    indent: Int? = nil,
    isTight: Bool,
    isFirst: Bool
  ) -> Surroundings {
    let rest = String(repeating: " ", count: indent ?? mark.count)
    return open(first: mark, rest: rest, isTight: isTight, mayTouch: isTight && !isFirst)
  }

  private mutating func open(
    first: String,
    rest: String,
    isTight inner: Bool,
    mayTouch: Bool
  ) -> Surroundings {
    if !isFirst, !mayTouch, !isTight { endLine(prefix) }
    isGlued = false
    let outer = Surroundings(prefix: prefix, isTight: isTight)
    nextPrefix = (nextPrefix ?? prefix) + first
    prefix += rest
    isTight = inner
    isFirst = true
    return outer
  }

  /// Ends what was opened last.
  mutating func close(_ outer: Surroundings) {
    // What holds nothing is its mark.
    if let mark = nextPrefix {
      endLine(mark)
      nextPrefix = nil
    }
    (prefix, isTight) = (outer.prefix, outer.isTight)
    isFirst = false
  }

  /// Takes out all that was written, and begins anew.
  mutating func take() -> String {
    defer { self = MarkdownBuffer() }
    return text
  }
}

extension String {
  /// The text without spaces at its end.
  var trimmedAtEnd: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
