/// A block quote that begins with `[!THEOREM]` or another word for a part of an argument.
public struct Theorem: Sendable {
  /// The kinds, in the order of the textbooks.
  public enum Kind: String, Sendable, CaseIterable {
    case theorem, definition, lemma, proposition, corollary, proof, example, remark, exercise
    case solution
  }

  /// What it is.
  public var kind: Kind
  /// What stands behind the word in its first line, such as the theorem's name; empty for nothing.
  public var title: [Inline]
  /// `{#thm-…}` at the end of the first line.
  public var label: Label?
  /// Its content, without the line that names the kind.
  public var blocks: [Block]
}

extension Theorem.Kind {
  /// What a label of such a block begins with; `nil` for a proof and a solution, which have no
  /// numbers and belong to what stands before them.
  public var labelKind: Label.Kind? {
    switch self {
    case .theorem: .theorem
    case .definition: .definition
    case .lemma: .lemma
    case .proposition: .proposition
    case .corollary: .corollary
    case .example: .example
    case .remark: .remark
    case .exercise: .exercise
    case .proof, .solution: nil
    }
  }
}
