/// A formula as a tree of MathML's elements.
public struct MathTree: Sendable, Hashable {
  /// The element's name, such as `mi` or `mfrac`. A row is always `mrow`; `mchoose` is a fraction without
  /// a bar.
  public var kind: String
  /// What a token says; empty for what is no token.
  public var text: String
  /// The letters in which a token is set where that is not as usual, such as `bold`.
  public var variant: String
  /// Where it comes from, in bytes of the TeX; `nil` for what has no place of its own. All that a macro
  /// stands for has the macro's place.
  public var place: Range<Int>?
  /// What it is made of.
  public var children: [MathTree]

  /// - Parameters:
  ///   - kind: the element's name.
  ///   - text: what a token says.
  ///   - variant: the letters in which it is set.
  ///   - place: where it comes from.
  ///   - children: what it is made of.
  public init(
    _ kind: String,
    text: String = "",
    variant: String = "",
    place: Range<Int>? = nil,
    children: [MathTree] = []
  ) {
    self.kind = kind
    self.text = text
    self.variant = variant
    self.place = place
    self.children = children
  }

  /// The same, whose places are counted in another way.
  public func replacingPlaces(by offset: (Int) -> Int) -> MathTree {
    var tree = self
    tree.place = place.map { range in
      let start = offset(range.lowerBound)
      return start..<max(start, offset(range.upperBound))
    }
    tree.children = children.map { $0.replacingPlaces(by: offset) }
    return tree
  }
}

extension MathTree: Codable {
  private enum CodingKeys: String, CodingKey {
    case kind = "k"
    case text = "t"
    case variant = "v"
    case place = "p"
    case children = "c"
  }

  /// Reads it as scripts write it.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let ends = try container.decodeIfPresent([Int].self, forKey: .place) ?? []
    self.init(
      try container.decode(String.self, forKey: .kind),
      text: try container.decodeIfPresent(String.self, forKey: .text) ?? "",
      variant: try container.decodeIfPresent(String.self, forKey: .variant) ?? "",
      place: ends.count == 2 && ends[0] <= ends[1] ? ends[0]..<ends[1] : nil,
      children: try container.decodeIfPresent([MathTree].self, forKey: .children) ?? []
    )
  }

  /// Writes it as scripts do.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    if !text.isEmpty { try container.encode(text, forKey: .text) }
    if !variant.isEmpty { try container.encode(variant, forKey: .variant) }
    if let place { try container.encode([place.lowerBound, place.upperBound], forKey: .place) }
    if !children.isEmpty { try container.encode(children, forKey: .children) }
  }
}
