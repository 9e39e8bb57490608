extension Label {
  /// The kind that a label's name begins with, as in `eq-softmax`.
  public static func kind(ofName name: String) -> Kind? {
    guard let dash = name.firstIndex(of: "-"), name.index(after: dash) < name.endIndex else {
      return nil
    }
    return Kind(rawValue: String(name[..<dash]))
  }
}

extension Label.Kind {
  /// The word for one such thing, in small letters.
  public var word: String {
    switch self {
    case .equation: "equation"
    case .figure: "figure"
    case .table: "table"
    case .listing: "listing"
    case .section: "section"
    case .theorem: "theorem"
    case .definition: "definition"
    case .lemma: "lemma"
    case .proposition: "proposition"
    case .corollary: "corollary"
    case .example: "example"
    case .remark: "remark"
    case .exercise: "exercise"
    }
  }
}

extension Label {
  /// The label that `@name` refers to: a capital first letter, as at the start of a sentence, does
  /// not count.
  /// - Returns: `nil` where the name has no label's prefix.
  static func name(ofMention name: String) -> String? {
    if kind(ofName: name) != nil { return name }
    guard let first = name.first, first.isUppercase else { return nil }
    let lowered = first.lowercased() + name.dropFirst()
    return kind(ofName: lowered) == nil ? nil : lowered
  }
}
