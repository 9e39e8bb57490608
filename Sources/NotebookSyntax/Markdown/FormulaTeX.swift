import Documents

/// Finds `\swift{…}` in TeX, and the names of `\label{…}`, `\ref{…}` and `\eqref{…}`.
struct FormulaTeX {
  /// A directive: its bytes in the TeX, and those of the expression in it.
  struct Directive {
    var range: Range<Int>
    var expression: Range<Int>
  }

  /// A label that TeX names.
  struct Name {
    enum Command {
      case label, ref, eqref

      init?(initial: UInt8) {
        switch initial {
        case UInt8(ascii: "l"): self = .label
        case UInt8(ascii: "r"): self = .ref
        case UInt8(ascii: "e"): self = .eqref
        default: return nil
        }
      }

      var text: StaticString {
        switch self {
        case .label: #"\label"#
        case .ref: #"\ref"#
        case .eqref: #"\eqref"#
        }
      }
    }

    var command: Command
    var text: String
    /// The line of the TeX in which the name stands, from 0, and its first byte in that line.
    var line: Int
    var column: Int
  }

  private(set) var directives: [Directive] = []
  private(set) var names: [Name] = []
  /// Where a directive begins whose brace is never closed.
  private(set) var unclosed: Int?

  /// The names of commands that look like `\swift`, such as `\swfit{n}`.
  private(set) var slips: [Range<Int>] = []

  init(_ tex: String) {
    var tex = tex
    tex.withUTF8 { read($0) }
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    var lines = (count: 0, start: 0)
    var isComment = false
    var at = 0
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\n"):
        lines = (lines.count + 1, at + 1)
        isComment = false
        at += 1
      case UInt8(ascii: "%"):
        isComment = true
        at += 1
      case UInt8(ascii: "\\"):
        let command = bytes[TeXSyntax.commandName(in: bytes, at: at)]
        if let start = Self.openingBrace(of: command, "swift", in: bytes) {
          guard let end = Self.closingBrace(in: bytes, from: start) else {
            unclosed = at
            return
          }
          directives.append(Directive(range: at..<end + 1, expression: start..<end))
          for index in start..<end where bytes[index] == UInt8(ascii: "\n") {
            lines = (lines.count + 1, index + 1)
          }
          at = end + 1
        } else {
          if !isComment { noteSlip(command, in: bytes) }
          if !isComment, let (command, name) = Self.name(in: bytes, at: at) {
            at = name.upperBound
            names.append(
              Name(
                command: command,
                text: String(decoding: bytes[name], as: UTF8.self),
                line: lines.count,
                column: name.lowerBound - lines.start
              )
            )
            continue
          }
          // What a backslash escapes is passed over; a line end is not escaped.
          at += at + 1 < bytes.count && bytes[at + 1] == UInt8(ascii: "\n") ? 1 : 2
        }
      default:
        at += 1
      }
    }
  }

  /// The index behind the brace that a command's argument opens with, if it has this name.
  private static func openingBrace(
    of command: Slice<UnsafeBufferPointer<UInt8>>,
    _ name: StaticString?,
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    if let name, !name.withUTF8Buffer({ command.elementsEqual($0) }) { return nil }
    let brace = bytes[command.endIndex...].firstIndex { $0 != UInt8(ascii: " ") }
    return brace.flatMap { bytes[$0] == UInt8(ascii: "{") ? $0 + 1 : nil }
  }

  private mutating func noteSlip(
    _ command: Slice<UnsafeBufferPointer<UInt8>>,
    in bytes: UnsafeBufferPointer<UInt8>
  ) {
    let lengths = 4...6
    guard lengths.contains(command.count), Self.openingBrace(of: command, nil, in: bytes) != nil,
      FenceLanguage.isSlipOfSwift(String(decoding: command, as: UTF8.self))
    else { return }
    slips.append(command.startIndex - 1..<command.endIndex)
  }

  /// The command at a backslash, and the name in its braces. A name with `\` or `#` stands in a macro
  /// and is known only where that is used.
  private static func name(in bytes: UnsafeBufferPointer<UInt8>, at start: Int)
    -> (Name.Command, Range<Int>)?
  {
    guard start + 1 < bytes.count, let command = Name.Command(initial: bytes[start + 1]),
      command.text.withUTF8Buffer({ bytes[start...].starts(with: $0) })
    else { return nil }
    var at = start + command.text.utf8CodeUnitCount
    while at < bytes.count, bytes[at] == UInt8(ascii: " ") { at += 1 }
    guard at < bytes.count, bytes[at] == UInt8(ascii: "{") else { return nil }
    let nameStart = at + 1
    at = nameStart
    while at < bytes.count, bytes[at] != UInt8(ascii: "}") {
      if "\\#{".utf8.contains(bytes[at]) || isLineEnd(bytes[at]) { return nil }
      at += 1
    }
    return at < bytes.count && at > nameStart ? (command, nameStart..<at) : nil
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  /// The brace that closes an expression; braces in its string literals do not count.
  static func closingBrace<Bytes: RandomAccessCollection<UInt8>>(in bytes: Bytes, from start: Int)
    -> Int? where Bytes.Index == Int
  {
    var depth = 0
    var isInString = false
    var at = start
    while at < bytes.endIndex {
      switch bytes[at] {
      case UInt8(ascii: "\\") where isInString: at += 1
      case UInt8(ascii: "\""): isInString.toggle()
      case UInt8(ascii: "{") where !isInString: depth += 1
      case UInt8(ascii: "}") where !isInString:
        if depth == 0 { return at }
        depth -= 1
      default: break
      }
      at += 1
    }
    return nil
  }
}
