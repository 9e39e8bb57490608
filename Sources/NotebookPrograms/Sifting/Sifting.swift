import Documents
import NotebookSyntax

/// The pieces of a program, sorted into what compiles, what does not, and what needs that.
package struct Sifting {
  package let pieces: [ParsedPiece]
  let source: SourceText
  /// The pieces that are left, by their numbers.
  package private(set) var left: [Int]
  /// What the compiler says about pieces that are left out, each with what it said.
  package private(set) var errors: [Int: [Diagnostic]] = [:]
  /// The pieces that must not compile by their own comments, and do not.
  package private(set) var refused: [Int: [Diagnostic]] = [:]
  private(set) var passed: [PassedOver] = []
  private var dependence: PieceDependence?

  package init(_ pieces: [ParsedPiece], in source: SourceText) {
    self.pieces = pieces
    self.source = source
    left = Array(pieces.indices)
  }

  /// The program that there is to compile.
  /// - Parameter many: from how many variables on it is a library's file; `nil` for never.
  package func program(many: Int? = nil) -> ProgramSource {
    let form = ProgramForm(for: remaining, in: source, many: many)
    return SourceWriter.program(remaining, in: source, as: form)
  }

  /// The program that there is to compile, and a piece that is tried after it.
  package func program(trying trial: ParsedPiece) -> ProgramSource {
    trial.isBroken
      ? SourceWriter.program(remaining, endingWith: trial, in: source)
      : SourceWriter.program(remaining + [trial], in: source)
  }

  /// The pieces that are left, and the imports of those that are not.
  private var remaining: [ParsedPiece] {
    let rest = Set(left)
    return pieces.indices.compactMap { number in
      if rest.contains(number) { return pieces[number] }
      guard refused[number] == nil else { return nil }
      return pieces[number].importsAlone(without: errors[number] ?? [], in: source)
    }
  }

  /// Everything that is to be told.
  package var diagnostics: [Diagnostic] { errors.sorted { $0.key < $1.key }.flatMap(\.value) }

  /// The pieces that are passed over, by their ids.
  package var passedOver: [PassedOver] {
    passed.map { $0.between(pieces[$0.piece].id, and: pieces[$0.culprit].id) }
  }

  /// Sorts out the pieces that are left and in which something is wrong.
  /// - Returns: their numbers.
  package func faulty(_ diagnostics: [Diagnostic]) -> [Int: [Diagnostic]] {
    guard diagnostics.hasErrors else { return [:] }
    var faulty: [Int: [Diagnostic]] = [:]
    for number in left {
      let piece = pieces[number]
      let own = diagnostics.within(piece.piece.range, of: piece.source(in: source))
      if own.hasErrors { faulty[number] = own }
    }
    return faulty
  }

  /// Leaves pieces out that must not compile by their own comments, and do not. What they declare is
  /// gone without a word, as behind 'compile-fail'.
  /// - Returns: whether there are any.
  package mutating func refuse(_ faulty: [Int: [Diagnostic]]) -> Bool {
    let found = faulty.filter { pieces[$0.key].expects($0.value, in: source) }
    refused.merge(found) { $1 }
    left.removeAll { found[$0] != nil }
    return !found.isEmpty
  }

  /// Leaves pieces out that are wrong, and those that need them.
  package mutating func fail(_ faulty: [Int: [Diagnostic]]) {
    guard !faulty.isEmpty else { return }
    errors.merge(faulty, uniquingKeysWith: +)
    left.removeAll { faulty[$0] != nil }
    passOver()
  }

  /// Leaves those out that are not Swift.
  package mutating func failBroken() { leaveOut(left.filter { pieces[$0].isBroken }) }

  /// Leaves pieces out without a word, and those that need them.
  package mutating func leaveOut(_ numbers: some Sequence<Int>) {
    let gone = Set(numbers).intersection(left)
    for number in gone { errors[number] = [] }
    left.removeAll(where: gone.contains)
    if !gone.isEmpty { passOver() }
  }

  /// Leaves pieces out of which nobody can tell more than that they do not compile without others.
  package mutating func passOver(_ numbers: some Sequence<Int>) {
    let culprit = errors.keys.min() ?? 0
    for number in numbers.sorted() {
      left.removeAll { $0 == number }
      let before = errors.keys.filter { $0 < number }.max()
      passed.append(PassedOver(piece: number, culprit: before ?? culprit, need: .something))
    }
    passOver()
  }

  private mutating func passOver() {
    let dependence = self.dependence ?? PieceDependence(pieces)
    self.dependence = dependence
    let dropped = Set(errors.keys).union(passed.map(\.piece))
    // A refused piece is no part of the program.
    let found = dependence.dependents(of: dropped, passed: Set(passed.map(\.piece)))
      .filter { refused[$0.piece] == nil }
    passed += found
    let gone = Set(found.map(\.piece))
    left.removeAll(where: gone.contains)
  }

  /// Whether a piece that is none of these needs one that is left out.
  package func need(of piece: ParsedPiece) -> PassedOver? {
    let dropped = Set(errors.keys).union(passed.map(\.piece))
    guard !dropped.isEmpty else { return nil }
    let found = PieceDependence(pieces + [piece])
      .dependents(of: dropped, passed: Set(passed.map(\.piece)))
    let need = found.first { $0.piece == pieces.count }
    return need.map { $0.between(piece.id, and: pieces[$0.culprit].id) }
  }
}

extension ParsedPiece {
  /// Whether exactly those errors came that its comments name, so that it is one that must not compile.
  package func expects(_ diagnostics: [Diagnostic], in source: SourceText) -> Bool {
    let expected = promises.map(\.promise).filter { $0.kind == .error }
    guard !expected.isEmpty else { return false }
    func isNamed(_ error: Diagnostic, _ comment: CommentPromise) -> Bool {
      error.start?.line == source.position(at: comment.id).line && comment.isSaid(in: error.message)
    }
    let errors = diagnostics.filter { $0.severity == .error }
    return errors.allSatisfy { error in expected.contains { isNamed(error, $0) } }
      && expected.allSatisfy { comment in errors.contains { isNamed($0, comment) } }
  }
}
