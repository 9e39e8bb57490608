import Documents
import NotebookSyntax

/// A piece that is not run because it needs something of another that does not compile.
package struct PassedOver: Codable, Sendable, Equatable {
  /// The piece, and the one that it needs: their ids, or their numbers where no document is meant.
  package var piece: Int
  package var culprit: Int
  /// What it needs of it.
  var need: Need
  /// Whether the culprit is itself passed over.
  var isIndirect = false

  /// What one piece needs of another.
  package enum Need: Codable, Sendable, Equatable {
    /// Something that the other declares.
    case name(String)
    /// A variable that the other may have changed.
    case variable(String)
    /// The state of the process, such as a seed or a file.
    case state
    /// Nobody knows what: without the other it does not compile.
    case something
  }

  /// The same of another piece and culprit.
  package func between(_ piece: Int, and culprit: Int) -> PassedOver {
    PassedOver(piece: piece, culprit: culprit, need: need, isIndirect: isIndirect)
  }

  /// - Parameters:
  ///   - range: where the piece stands.
  ///   - culprit: the other.
  func note(at range: SourceRange, culprit: Piece, in source: SourceText) -> Diagnostic {
    let kind = if case .cell = culprit { "cell" } else { "value" }
    let other = "the \(kind) at line \(source.position(at: culprit.range.lowerBound).line)"
    let fate = isIndirect ? "is not run" : "does not compile"
    let reason =
      switch need {
      case .name(let name): "because it uses '\(name)' of \(other), which \(fate)"
      case .variable(let name):
        "because it uses '\(name)', which may be changed by \(other), and that \(fate)"
      case .state: "because it depends on what is done by \(other), which \(fate)"
      case .something: "because it needs something of \(other), which \(fate)"
      }
    let first = source.lineRange(source.position(at: range.lowerBound).line)
    let end = max(range.lowerBound, min(range.upperBound, first.upperBound))
    return Diagnostic(
      .note,
      .passedOver,
      "this is not run, \(reason)",
      in: source,
      at: range.lowerBound..<end
    )
  }
}

extension [Diagnostic] {
  /// The diagnostics, each note about a piece that is passed over behind the error that it follows
  /// from.
  package func with(_ passed: [PassedOver], in notebook: Notebook) -> [Diagnostic] {
    guard !passed.isEmpty else { return self }
    let source = notebook.source
    var pieces: [Int: Piece] = [:]
    for piece in notebook.pieces { pieces[piece.id] = piece }
    var culprits: [Int: Int] = [:]
    for piece in passed { culprits[piece.piece] = piece.culprit }
    var notes: [Int: [Diagnostic]] = [:]
    for piece in passed {
      guard let range = pieces[piece.piece]?.range, let culprit = pieces[piece.culprit] else {
        continue
      }
      var root = piece.culprit
      var seen: Set<Int> = []
      while let next = culprits[root], seen.insert(root).inserted { root = next }
      notes[root, default: []].append(piece.note(at: range, culprit: culprit, in: source))
    }
    // The last error of a culprit has the notes behind its own.
    var places: [Int: [Diagnostic]] = [:]
    for (root, notes) in notes {
      let range = pieces[root]?.range ?? 0..<0
      let last = indices.last { index in
        self[index].severity == .error
          && self[index].start.map { range.contains(source.offset(of: $0)) } ?? false
      }
      guard var index = last else { continue }
      while index + 1 < count, self[index + 1].severity == .note { index += 1 }
      places[index, default: []] += notes
    }
    return indices.flatMap { [self[$0]] + (places[$0] ?? []) }
  }
}
