import NotebookLayout

extension MarkupTags.Tag {
  /// How a value holds addresses.
  enum Form {
    case one
    /// `small.png 1x, large.png 2x`.
    case sourceSet
    /// `url(…)`, anywhere in a style.
    case style
  }

  /// The attributes that hold addresses.
  var addresses: [(attribute: MarkupTags.Attribute, role: PageAddress.Role, form: Form)] {
    attributes.compactMap { attribute in
      Self.use(of: attribute.name, in: name).map { (attribute, $0.0, $0.1) }
    }
  }

  /// What an attribute's addresses are for; `nil` where it holds none.
  static func use(of attribute: String, in element: String) -> (PageAddress.Role, Form)? {
    switch (element, attribute) {
    case (_, "style"): (.image, .style)
    case ("img", "src"), ("input", "src"), ("video", "poster"), (_, "background"): (.image, .one)
    case ("img", "srcset"), ("source", "srcset"): (.image, .sourceSet)
    case ("image", "href"), ("image", "xlink:href"), ("feimage", "href"),
      ("feimage", "xlink:href"):
      (.image, .one)
    case ("video", "src"), ("audio", "src"), ("source", "src"), ("track", "src"): (.media, .one)
    case ("embed", "src"), ("iframe", "src"), ("object", "data"): (.media, .one)
    case ("use", "href"), ("use", "xlink:href"): (.media, .one)
    case ("script", "src"), ("link", "href"): (.resource, .one)
    case ("a", "href"), ("a", "xlink:href"), ("area", "href"): (.link, .one)
    case (_, "href") where mathematics.contains(element): (.link, .one)
    default: nil
    }
  }

  /// The elements of MathML of which a formula's link can be made.
  private static let mathematics: Set = [
    "math", "menclose", "mfenced", "mfrac", "mi", "mmultiscripts", "mn", "mo", "mover", "mpadded",
    "mphantom", "mroot", "mrow", "ms", "msqrt", "mstyle", "msub", "msubsup", "msup", "mtable",
    "mtext", "munder", "munderover",
  ]

  /// The attributes by which a link can lead to the tag.
  var anchors: [MarkupTags.Attribute] {
    attributes.filter { Self.isAnchor($0.name, of: name) }
  }

  /// Whether an attribute is a name by which a link can lead to its element.
  static func isAnchor(_ attribute: String, of element: String) -> Bool {
    attribute == "id" || attribute == "name" && element == "a"
  }
}
