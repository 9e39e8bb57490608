import NotebookSyntax

/// What sets formulas, as far as laying a notebook out asks it: no other reader of TeX knows what macros
/// and environments come to.
package protocol TeXProcessor: Sendable {
  /// What display formulas have to do with numbers and labels.
  ///
  /// - Parameters:
  ///   - formulas: the formulas of a page, in the order in which they are set.
  ///   - macros: the macros of the front matter.
  /// - Returns: the tags of each formula; `nil` where they are not known, and nobody waits for them.
  func tags(of formulas: [ShownFormula], macros: [FrontMatter.Macro]) throws -> [FormulaTags]?

  /// Whether TeX may give a name a meaning that holds behind it.
  func mayDefine(_ tex: String) -> Bool

  /// The TeX by which a macro of the front matter is defined.
  func definition(of macro: FrontMatter.Macro) -> String
}

/// What a display formula has to do with numbers and labels.
package struct FormulaTags: Sendable {
  /// What stands beside a formula or one of its rows.
  package struct Tag: Sendable {
    /// The `\label` that names it.
    let label: String?
    private let text: @Sendable (_ first: Int, _ prefix: String) -> String

    /// - Parameters:
    ///   - label: the `\label` that names it.
    ///   - text: what is printed where the formula's first number is a given one, behind what stands
    ///     before each number.
    package init(
      label: String?,
      text: @escaping @Sendable (_ first: Int, _ prefix: String) -> String
    ) {
      self.label = label
      self.text = text
    }

    /// What is printed where the formula's first number is a given one.
    /// - Parameter prefix: what stands before each number that is counted.
    func text(startingAt first: Int, after prefix: String) -> String { text(first, prefix) }
  }

  /// In order.
  let tags: [Tag]
  /// How many numbers it takes.
  let count: Int
  /// The `\label`s that name nothing that has a tag.
  let unnumbered: [String]

  /// - Parameters:
  ///   - tags: what stands beside it or its rows, in order.
  ///   - count: how many numbers it takes.
  ///   - unnumbered: the `\label`s that name nothing that has a tag.
  package init(tags: [Tag] = [], count: Int = 0, unnumbered: [String] = []) {
    self.tags = tags
    self.count = count
    self.unnumbered = unnumbered
  }

  /// Whether it has neither tags nor labels.
  var isEmpty: Bool { tags.isEmpty && unnumbered.isEmpty }
}
