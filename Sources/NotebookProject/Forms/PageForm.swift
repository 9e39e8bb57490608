import Documents
import NotebookSyntax

/// A form in which notebooks are handed to their readers.
///
/// Its raw value is the word by which `--to` names it.
public enum PageForm: String, Sendable, Hashable, CaseIterable, Codable {
  /// A page for a browser.
  case html
  /// Markdown that GitHub shows.
  case markdown = "md"
  /// A notebook for Jupyter.
  case jupyter = "ipynb"
  /// Slides for a browser.
  case slides
  /// Paper.
  case pdf

  /// What a page's file is called behind its notebook's name.
  var ending: String {
    switch self {
    case .html: ".html"
    case .markdown: ".md"
    case .jupyter: ".ipynb"
    case .slides: ".slides.html"
    case .pdf: ".pdf"
    }
  }

  /// Where pages have their images, whatever a notebook or the command line says; `nil` where that is
  /// theirs to say.
  var imagePlacement: ImagePlacement? {
    switch self {
    case .html, .jupyter, .slides: nil
    // GitHub shows none that are within a text.
    case .markdown: .copy
    case .pdf: .embed
    }
  }

  /// Whether a template of the user's can stand around it.
  var takesTemplate: Bool { self == .html || self == .pdf }

  /// The page of a notebook in this form.
  ///
  /// - Parameter page: its page in the form for browsers. What is none stays as it is.
  func page(of page: String) -> String {
    page.hasSuffix(Self.html.ending) ? page.dropLast(Self.html.ending.count) + ending : page
  }
}

extension PageForm {
  /// Why a word names no form.
  public struct Fault: Error, CustomStringConvertible {
    /// What is wrong with it.
    public var description: String
  }

  /// The forms that a list names, each once and in its order.
  /// - Parameter lists: names, such as `html,md`.
  public static func named(_ lists: [String]) throws(Fault) -> [PageForm] {
    var forms: [PageForm] = []
    for list in lists {
      for name in list.split(separator: ",", omittingEmptySubsequences: false) {
        let form = try PageForm(named: String(name))
        if !forms.contains(form) { forms.append(form) }
      }
    }
    return forms
  }

  private init(named name: String) throws(Fault) {
    if let form = PageForm(rawValue: name) {
      self = form
      return
    }
    if name.isEmpty {
      throw Fault(description: "--to names no form here: it is one of \(Self.list).")
    }
    let hint = Self.nearest(to: name).map { " Did you mean '\($0.rawValue)'?" } ?? ""
    throw Fault(description: "--to knows no form '\(name)'; it is one of \(Self.list).\(hint)")
  }

  /// The form that a name without one may mean.
  static func nearest(to name: String) -> PageForm? {
    otherNames[name.lowercased()]
      ?? nearestName(to: name, in: allCases.map(\.rawValue)).flatMap(PageForm.init)
  }

  /// The names of all forms, as a sentence has them.
  public static var list: String {
    let names = allCases.map(\.rawValue)
    return names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
  }

  /// What others call these forms.
  private static let otherNames: [String: PageForm] = [
    "markdown": .markdown, "gfm": .markdown, "htm": .html, "web": .html,
    "jupyter": .jupyter, "notebook": .jupyter, "revealjs": .slides, "slide": .slides, "paper": .pdf,
    "print": .pdf,
  ]
}
