import NotebookSyntax

/// The headings of a notebook with their anchors and numbers.
package struct Outline: Sendable {
  /// A heading as links and the table of contents know it.
  package struct Section: Sendable {
    /// The size of its heading, from 1 for the largest.
    package var level: Int
    /// Its words.
    package var inlines: [Inline]
    /// The offset of its first byte in the source; `nil` for one that the page adds.
    package var offset: Int?
    /// The name that its author gave it.
    package var label: String?
    /// The name that a link to it uses.
    package var anchor: String
    /// `2.1`, where sections are numbered.
    package var number: String?
    /// Whether it divides the notebook, which a heading inside a quote or a list does not.
    package var isSection: Bool
  }

  /// In the order of the notebook; the notebook's title is not among them.
  package private(set) var sections: [Section] = []
  /// The section that the page adds for its references.
  package private(set) var references: Section?
  private var indices: [Int: Int] = [:]
  private var named: [String: Int] = [:]

  /// - Parameters:
  ///   - headings: all headings but the one that is the notebook's title.
  ///   - isNumbered: whether sections have numbers.
  ///   - numberPrefix: what stands before each number.
  ///   - addsReferences: whether a section of references follows the notebook's own.
  ///   - taken: the names that others on the page have.
  ///   - words: the words that the page adds.
  init(
    _ headings: [Survey.Place],
    isNumbered: Bool,
    numberPrefix: String = "",
    addsReferences: Bool = false,
    taken: Set<String>,
    words: Words
  ) {
    var anchors = Anchors(taken: taken)
    var numbers = SectionNumbers()
    for place in headings {
      let heading = place.heading
      indices[place.offset] = sections.count
      if let name = heading.label?.name, named[name] == nil { named[name] = sections.count }
      sections.append(
        Section(
          level: heading.level,
          inlines: place.words,
          offset: place.offset,
          label: heading.label?.name,
          anchor: heading.label?.name ?? anchors.unique(Slug.make(from: heading.inlines)),
          number: isNumbered && place.isSection
            ? numberPrefix + numbers.next(level: heading.level) : nil,
          isSection: place.isSection
        )
      )
    }
    if addsReferences {
      references = Section(
        level: 2,
        inlines: [.text(words[.references])],
        anchor: anchors.unique("references"),
        isSection: true
      )
    }
  }

  /// The section whose heading begins at an offset of the source.
  func section(at offset: Int) -> Section? {
    indices[offset].map { sections[$0] }
  }

  /// The section with a label.
  package func section(named name: String) -> Section? {
    named[name].map { sections[$0] }
  }

  /// What the table of contents lists: the two largest sizes of headings in use.
  var contents: [Section] {
    let dividing = sections.filter(\.isSection) + (references.map { [$0] } ?? [])
    let levels = Set(dividing.map(\.level)).sorted().prefix(2)
    return dividing.filter { levels.contains($0.level) }
  }
}

/// Makes names of anchors that no other thing on the page has.
struct Anchors {
  private var taken: Set<String>
  private var counts: [String: Int] = [:]

  init(taken: Set<String>) {
    self.taken = taken
  }

  /// The name itself, or with GitHub's `-1`, `-2` behind it.
  mutating func unique(_ name: String) -> String {
    var candidate = name
    while !taken.insert(candidate).inserted {
      counts[name, default: 0] += 1
      candidate = "\(name)-\(counts[name, default: 0])"
    }
    return candidate
  }
}

/// Counts sections and subsections by how they lie within each other, so that a heading that skips a
/// size still follows as `1.1` and not as `1.0.1`.
struct SectionNumbers {
  private var open: [(level: Int, number: Int)] = []

  mutating func next(level: Int) -> String {
    var number = 1
    while let last = open.last, last.level >= level {
      number = last.number + 1
      open.removeLast()
    }
    open.append((level, number))
    return open.map { String($0.number) }.joined(separator: ".")
  }
}
