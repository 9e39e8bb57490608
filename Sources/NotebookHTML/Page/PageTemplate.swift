import Documents
import Mustache
import NotebookSyntax
import Templates

/// A Mustache template of whole pages.
struct PageTemplate: Sendable {
  private let template: MustacheTemplate?
  /// What of the template's own is trusted.
  let sources: TemplateSources
  /// What there is to say about it.
  let diagnostics: [Diagnostic]
  /// The names by which links can lead to a place of the template itself.
  let anchors: Set<String>

  /// The template that is part of the program.
  static let builtIn = PageTemplate(TemplateSources(Templates.page))

  /// - Throws: a ``Diagnostic`` with the place of the first mistake.
  init(_ source: SiteOptions.Template) throws(Diagnostic) {
    anchors = Self.anchors(in: source.text)
    if let offset = TemplateDepth.excess(in: source.text) {
      throw Diagnostic(
        .error,
        .template,
        "the template cannot be read: sections are nested more than \(TemplateDepth.most) levels deep here",
        help: "close a section by '{{/…}}' before the next begins",
        in: SourceText(path: source.path, text: source.text),
        at: offset..<offset + 1
      )
    }
    let text = source.text.replacing("\0", with: "\u{FFFD}")
    sources = TemplateSources(text)
    let whole = SourceText(path: source.path, text: text)
    diagnostics = sources.mixed.map { offset, name in
      Diagnostic(
        .warning,
        .template,
        "this script does not run: what '\(name)' stands for is the notebook's, which could be a script itself",
        help:
          "hand it over in an attribute, such as data-\(name)=\"{{\(name)}}\", which the script reads",
        in: whole,
        at: offset..<min(offset + 2, whole.bytes.count)
      )
    }
    do {
      template = try MustacheTemplate(string: sources.text)
    } catch {
      throw Self.diagnostic(error, path: source.path)
    }
  }

  private init(_ sources: TemplateSources) {
    self.sources = sources
    template = try? MustacheTemplate(string: sources.text)
    anchors = Self.anchors(in: Templates.page)
    diagnostics = []
  }

  private static func anchors(in text: String) -> Set<String> {
    let template = HTMLWriter([.raw(text)])
    return Set(template.names(template.knownAddresses))
  }

  /// What stands around a page's content.
  ///
  /// The content may be large, so the template is filled with a mark in its place. A template may leave the
  /// content out, or show it twice.
  func filled(_ values: [String: Any]) -> FilledTemplate {
    // A page without a template is its content.
    guard let template else { return FilledTemplate(parts: [[], []]) }
    var values = values
    values["content"] = TemplateSources.Mark.content.text
    return FilledTemplate(template.render(values))
  }

  private static func diagnostic(_ error: any Error, path: String) -> Diagnostic {
    guard let parserError = error as? MustacheTemplate.ParserError else {
      return Diagnostic(.error, .template, "the template cannot be read: \(error)", path: path)
    }
    let place = parserError.context
    let position = SourcePosition(line: place.lineNumber, column: place.columnNumber)
    return Diagnostic(
      .error,
      .template,
      "the template cannot be read: " + meaning(of: parserError.error),
      help: "see https://mustache.github.io/mustache.5.html",
      path: path,
      start: position
    )
  }

  private static func meaning(of error: any Error) -> String {
    guard let error = error as? MustacheTemplate.Error else { return "a tag is not closed" }
    return switch error {
    case .sectionCloseNameIncorrect: "this tag closes a section that is not open here"
    case .unfinishedName: "this tag is not closed by '}}'"
    case .expectedSectionEnd: "a section is not closed"
    case .invalidSetDelimiter: "this tag does not set delimiters"
    case .transformAppliedToInheritanceSection: "a block cannot be transformed"
    case .illegalTokenInsideInheritSection: "this tag cannot stand inside a parent"
    case .textInsideInheritSection: "text cannot stand inside a parent"
    case .invalidConfigVariableSyntax: "this setting is not written as '{{% name: value}}'"
    case .unrecognisedConfigVariable: "this setting is not known"
    @unknown default: "\(error)"
    }
  }
}
