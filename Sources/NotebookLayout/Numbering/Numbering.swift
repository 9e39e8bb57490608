import NotebookSyntax

/// The numbers of figures, tables, listings, theorems and their like.
struct Numbering: Sendable {
  /// The number of each label, by the label's whole name.
  private(set) var numbers: [String: String] = [:]
  /// The numbers of theorems and their like, by their places in the source.
  private(set) var theorems: [Int: String] = [:]

  /// What stands before each number.
  private let prefix: String

  init(labels: [Label], theorems: [Survey.TheoremPlace], prefix: String = "") {
    self.prefix = prefix
    number(theorems)
    var counts: [Label.Kind: Int] = [:]
    for label in labels where Self.captioned.contains(label.kind) && numbers[label.name] == nil {
      counts[label.kind, default: 0] += 1
      numbers[label.name] = prefix + String(counts[label.kind, default: 0])
    }
  }

  private static let captioned: Set<Label.Kind> = [.figure, .table, .listing]

  private mutating func number(_ places: [Survey.TheoremPlace]) {
    var counts: [Theorem.Kind: Int] = [:]
    for place in places where place.kind.labelKind != nil {
      counts[place.kind, default: 0] += 1
      let number = prefix + String(counts[place.kind, default: 0])
      theorems[place.offset] = number
      if let label = place.label, numbers[label.name] == nil { numbers[label.name] = number }
    }
  }
}
