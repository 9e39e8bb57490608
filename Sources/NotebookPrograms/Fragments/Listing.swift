import Documents
import NotebookSyntax
import SwiftSyntax

/// Declarations without bodies, as Swift that the compiler takes only where the modules that it imports declare
/// the same.
///
/// For each declaration there are up to four checks, and only what an earlier one lets pass is told by a later:
///
/// 1. its types: the signature as it is written, at its own place, with a body that gives nothing;
/// 2. its name: code that refers to it;
/// 3. its labels and types: a function with the same signature that calls it;
/// 4. its very type, as a call also takes what only converts to it: a value where none can be missing, or a closure
///    that does not escape.
package struct Listing: Sendable {
  /// What is to be compiled.
  package private(set) var text: String
  /// What the lines of the file ``generatedFile`` are about.
  private var marks: [Mark] = []
  /// Where the types of the declarations stand.
  private var typeRanges: [(range: Range<Int>, declaration: Int)] = []
  private var count = 0
  private let source: SourceText

  /// The file whose places are the document's.
  package static let typesFile = "types"
  /// The file with the other checks.
  package static let generatedFile = "listing"
  /// The file with the imports.
  package static let importsFile = "imports"

  /// What a line checks.
  private struct Mark: Sendable {
    var declaration: Int
    var check: Check
    /// Where in the document that stands.
    var range: Range<Int>?
    /// Where its type stands.
    var type: Range<Int>?
  }

  /// Something that the compiler says of a declaration.
  package struct Remark: Sendable {
    package var declaration: Int
    package var check: Check
    /// What it is about.
    package var range: Range<Int>
    /// What is to be said.
    package var text: String
  }

  /// Which of its checks tells something about a declaration.
  package enum Check: Int, Sendable, Comparable {
    case types, name, call, exact

    package static func < (left: Check, right: Check) -> Bool { left.rawValue < right.rawValue }
  }

  /// Whether there is nothing that could be checked.
  package var isEmpty: Bool { count == 0 }

  /// - Parameters:
  ///   - piece: the listing.
  ///   - context: the pieces before it, whose imports hold for it too.
  package init(_ piece: ParsedPiece, after context: [ParsedPiece], in source: SourceText) {
    self.source = source
    let imports = (context + [piece]).flatMap { piece in
      piece.items.filter { $0.module != nil }.map(\.node.trimmedDescription)
    }
    text =
      "#sourceLocation(file: \"\(Self.importsFile)\", line: 1)\n"
      + imports.joined(separator: "\n") + "\nvar ___: Never { fatalError() }\n"
      + "struct __Exact<Value> { init(_ value: Value) {} }\n"
    guard !OtherPlatform.isMeant(by: piece.tree) else { return }
    let declarations = ListedDeclaration.all(in: piece.tree)
    for declaration in declarations { add(declaration, of: piece) }
  }

  /// What a message of the compiler tells about the listing; `nil` where that is nothing.
  package func remark(_ message: String, file: String, at position: SourcePosition) -> Remark? {
    if file == Self.typesFile {
      let start = source.offset(of: position)
      guard Self.isAboutMissingType(message),
        let type = typeRanges.first(where: { $0.range.contains(start) })
      else { return nil }
      return Remark(
        declaration: type.declaration,
        check: .types,
        range: start..<start,
        text: message
      )
    }
    guard file == Self.generatedFile, marks.indices.contains(position.line - 1) else { return nil }
    let mark = marks[position.line - 1]
    guard let range = mark.range else { return nil }
    func remark(_ range: Range<Int>, _ text: String) -> Remark {
      Remark(declaration: mark.declaration, check: mark.check, range: range, text: text)
    }
    switch mark.check {
    case .types: return nil
    case .name: return Self.isAboutMissingName(message) ? remark(range, message) : nil
    case .exact:
      return Self.otherType(message).map { type in
        remark(range, "this is declared otherwise: its type is '\(type)'")
      }
    case .call: guard !Self.isAboutTheCheck(message) else { return nil }
    }
    // The arguments stand on the lines below the call.
    let argument = Self.wrongLabel(message).map { position.line + $0 }
    let label = argument.flatMap { marks.indices.contains($0) ? marks[$0].range : nil }
    let isAboutType = message.contains(" return ") || message.hasPrefix("cannot convert value")
    return remark(
      isAboutType ? mark.type ?? range : label ?? range,
      "this is declared otherwise: \(message)"
    )
  }

  /// The type that a declaration has in place of the one that is listed; `nil` where they differ only in what
  /// listings leave out.
  private static func otherType(_ message: String) -> Substring? {
    let words = /type '__Exact<(.*)>' to (?:specified )?type '__Exact<(.*)>'/
    guard let types = message.firstMatch(of: words)?.output,
      !["@MainActor", "@Sendable", "nonisolated", "sending "].contains(where: message.contains)
    else { return nil }
    return types.1
  }

  /// The number of the first argument, from 0, whose label is another one than the compiler expects.
  private static func wrongLabel(_ message: String) -> Int? {
    guard let words = message.firstMatch(of: /have '([^']*)', expected '([^']*)'/) else {
      return nil
    }
    let labels = [words.1, words.2].map { $0.split(separator: ":") }
    return zip(labels[0], labels[1]).enumerated().first { $1.0 != $1.1 }?.offset
      ?? min(labels[0].count, labels[1].count)
  }

  private static func isAboutMissingType(_ message: String) -> Bool {
    message.hasPrefix("cannot find type ") || message.contains(" is not a member type of ")
  }

  private static func isAboutMissingName(_ message: String) -> Bool {
    isAboutMissingType(message) || message.hasPrefix("cannot find ")
      || message.contains(" has no member ")
  }

  /// What the compiler says of the way in which a declaration is called here, and not of the declaration.
  private static func isAboutTheCheck(_ message: String) -> Bool {
    isAboutMissingName(message)
      || [
        "actor-isolated", "ambiguous", "'required' initializer", "available", "inferred",
        "may allow it to escape",
        "noncopyable", "consum", "borrow", "overlapping accesses", "immutable", "'Never'",
        "sending",
        "mutating", "inaccessible", "protection level",
      ]
      .contains { message.contains($0) }
  }

  // MARK: Writing

  private mutating func add(_ declaration: ListedDeclaration, of piece: ParsedPiece) {
    let number = count
    count += 1
    for (words, range) in declaration.types {
      let lines = PlacedLines(piece, range, in: source)
      guard lines.firstLine > 1 else { continue }
      begin()
      write([Line(text: declaration.opening)], number, .types)
      text += "#sourceLocation(file: \"\(Self.typesFile)\", line: \(lines.firstLine - 1))\n"
      text += words.replacing("#", with: "\(number)") + "\n" + lines.text(after: 0)
      begin()
      let body = words.hasPrefix("typealias") ? "" : "{ ___ } "
      write([Line(text: body + declaration.closing)], number, .types)
      typeRanges.append((piece.sourceRange(of: range), number))
    }
    let checks: [(Check, [ListedDeclaration.Line])] = [
      (.name, declaration.naming), (.call, declaration.calling), (.exact, declaration.typing),
    ]
    for (check, code) in checks where !code.isEmpty {
      func placed(_ line: ListedDeclaration.Line) -> Line {
        Line(
          text: line.text.replacing("#", with: "\(number)"),
          range: line.range.map { piece.sourceRange(of: $0) },
          type: line.type.map { piece.sourceRange(of: $0) }
        )
      }
      begin()
      let type = declaration.typeName.map { piece.sourceRange(of: $0) }
      write([Line(text: declaration.opening, range: type)], number, .name)
      write(code.map(placed) + [Line(text: declaration.closing)], number, check)
    }
  }

  private mutating func begin() {
    text += "#sourceLocation(file: \"\(Self.generatedFile)\", line: \(marks.count + 1))\n"
  }

  private mutating func write(_ lines: [Line], _ number: Int, _ check: Check) {
    for line in lines {
      text += line.text + "\n"
      marks.append(Mark(declaration: number, check: check, range: line.range, type: line.type))
    }
  }

  private struct Line {
    var text: String
    var range: Range<Int>?
    var type: Range<Int>?
  }
}
