import NotebookDisplay
import NotebookSyntax

/// What a label names, as a reference to it needs to know it.
public struct LabelTarget: Sendable, Hashable, Codable {
  /// Where a link to it leads, such as `#eq-softmax` or `softmax.html#eq-softmax`; `nil` where the page
  /// does not show it.
  public var address: String?
  /// Its number; `nil` for a section where sections are not numbered.
  public var number: String?
  /// The heading of a section without number; empty for everything else.
  public var title: [Inline]
  /// Whether it is a whole chapter.
  public var isChapter = false
  /// What it is about another page; `nil` where it stands on the page itself.
  public var page: OtherPage?

  /// The page of a label that a reference of another page names.
  public struct OtherPage: Sendable, Hashable, Codable {
    /// Its title. Here and in the label's title values, references and citations are words already.
    public var title: [Inline]
    /// The TeX by which that page defines what the formulas of these titles use.
    public var definitions: [String]
    /// Whether all values in these titles are known.
    public var isKnown: Bool
    /// Whether a number says which page is meant, as it begins with that of the page's chapter.
    public var isNamedByNumber = false
  }

  /// - Parameters:
  ///   - address: where a link to it leads.
  ///   - number: its number.
  ///   - title: the heading of a section without number.
  ///   - page: the page on which it stands, if that is another.
  public init(
    address: String?,
    number: String?,
    title: [Inline] = [],
    page: OtherPage? = nil
  ) {
    self.address = address
    self.number = number
    self.title = title
    self.page = page
  }

  /// The address of its page.
  var pageAddress: Substring? {
    page == nil ? nil : address.map { $0.prefix { $0 != "#" } } ?? ""
  }
}

extension LabelTarget.OtherPage {
  /// Words that name the page within a formula, as TeX.
  package func tex(in words: Words) -> String {
    title.reduce(TeX.text(words[.ofPage])) { tex, inline in
      // What the page itself defines is not known here.
      if case .formula(let formula) = inline, definitions.isEmpty { return tex + formula.tex.text }
      return tex + TeX.text([inline].plainText)
    }
  }
}
