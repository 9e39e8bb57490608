import Documents
import NotebookSyntax
import NotebookTranscript

/// A document's blocks and promises without their places.
struct PromisedShape {
  /// The blocks, one a line; of what can hold a promise only the kind.
  private var outline: [String] = []
  private var promises: [TextPromise] = []

  private struct TextPromise {
    var promise: Promise
    /// Whether white space counts in it.
    var isExact = false
  }

  /// - Parameters:
  ///   - notebooks: what the document holds.
  ///   - comments: reads what the comments of a cell promise by the rules of its notebook.
  init(_ notebooks: [Notebook], comments: (Cell, CheckRules) -> [CommentPromise]) {
    for notebook in notebooks { add(notebook, comments) }
  }

  private mutating func add(
    _ notebook: Notebook,
    _ comments: (Cell, CheckRules) -> [CommentPromise]
  ) {
    outline += notebook.dump.split(separator: "\n").map(Self.withoutPlaces)
    for output in notebook.outputs {
      let promise = Promise(kind: .output, range: output.range, text: output.text.text)
      promises.append(TextPromise(promise: promise, isExact: output.rule.isExact))
    }
    for piece in notebook.pieces {
      switch piece {
      case .cell(let cell):
        promises += comments(cell, notebook.rules).map { TextPromise(promise: Promise($0)) }
      case .value(let value):
        guard let written = value.written else { continue }
        let promise = Promise(kind: .text, range: value.range, text: written.text)
        promises.append(TextPromise(promise: promise))
      }
    }
    for quoted in notebook.quotedNotebooks {
      add(NotebookParser.parse(quoted, isLabelledElsewhere: { _ in true }), comments)
    }
  }

  private static func withoutPlaces(_ line: Substring) -> String {
    let content = line.drop { $0 == " " }
    var kind = content[...]
    if ["Cell", "Output", "Value", "Code markdown"].contains(where: content.hasPrefix) {
      kind = kind.prefix { $0 != "\"" }
      if let place = kind.firstRange(of: " of ") { kind = kind[..<place.lowerBound] }
    } else if content.hasPrefix("Raw "), let word = content.firstRange(of: "lectern: expect") {
      kind = content[..<word.upperBound]
    } else if let last = content.lastIndex(of: "@"),
      content[last...].dropFirst().allSatisfy({ $0.isNumber || $0 == ":" || $0 == "-" })
    {
      kind = kind[..<last]
    }
    return String(line.prefix(line.count - content.count) + kind)
  }

  /// Whether all is as it was, but for promises that now say what was accepted.
  func isSame(as before: PromisedShape, besides findings: [Finding]) -> Bool {
    guard outline == before.outline, promises.count == before.promises.count else { return false }
    let accepted = Dictionary(findings.map { ($0.promise, $0.accepted ?? "") }) { first, _ in first
    }
    return zip(promises, before.promises).allSatisfy { new, old in
      guard new.promise.kind == old.promise.kind else { return false }
      guard let text = accepted[old.promise] else { return new.promise.text == old.promise.text }
      return new.isExact
        ? ExactComparison.mismatch(Array(new.promise.text.utf8), Array(text.utf8)) == nil
        : Self.words(new.promise.text) == Self.words(text)
    }
  }

  /// The words of a text: how it is laid out is not part of what it says.
  private static func words(_ text: String) -> [Substring] {
    text.split(whereSeparator: \.isWhitespace)
  }
}
