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
    }
  }
}
