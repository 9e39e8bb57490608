import Foundation
import NotebookLayout
import NotebookSyntax
import Templates

/// Everything of a page but its body: what the template is filled with.
struct PageHead {
  let frontMatter: FrontMatter
  private let words: Words
  private let fileName: String
  let plainTitle: String
  let description: String?
  private let subtitle: String?
  /// What stands above the text.
  var header: HTMLWriter
  /// The table of contents, as a list.
  var contents: HTMLWriter

  /// - Parameter body: writes the running text that occurs in title and contents, before any block.
  init(_ body: inout BodyWriter) {
    let context = body.context
    let notebook = context.layout.notebook
    frontMatter = notebook.frontMatter
    words = context.words
    fileName = TitleBlock.fileName(in: notebook.source.path)
    plainTitle = context.plainText(context.layout.title.title)
    description = frontMatter.abstractBlocks.map { Self.singleLine(context.plainText($0)) }
    subtitle = frontMatter.subtitleText.map(context.plainText)
    header = HTMLWriter(body.titleBlock())
    contents = HTMLWriter(body.contents())
  }

  /// The values by the names that a template uses; those of the front matter are among them.
  func templateValues(
    _ site: SiteOptions,
    _ options: PageOptions,
    _ typesetting: PageTypesetting
  ) -> [String: Any] {
    func markup(_ html: HTMLWriter) -> String? {
      let text = html.filled(with: typesetting.nodes).text
      return text.isEmpty ? nil : text
    }
    var values = frontMatter.values.compactMapValues(\.templateValue)
    let whole = plainTitle.isEmpty ? fileName : plainTitle
    values["title"] = plainTitle.isEmpty ? nil : plainTitle
    values["pageTitle"] = whole
    values["description"] = description
    if let subtitle { values["subtitle"] = subtitle }
    values["language"] = frontMatter.language
    values["direction"] = Self.direction(of: frontMatter.language)
    values["words"] = edgeWords
    values["authors"] = frontMatter.authors
    values["header"] = markup(header)
    values["downloads"] = markup(self.downloads(options.downloads))
    values["contents"] = markup(ContentsBlock(list: contents, words: words).html)
    values["styles"] = Templates.styles + (options.course == nil ? "" : Templates.courseStyles)
    values["script"] = Templates.script + (options.course == nil ? "" : Templates.courseScript)
    values["assets"] = options.assetsPrefix
    values["isRun"] = site.isRun
    values["mathematics"] = typesetting.assets.contains(.mathJax) ? Templates.mathematics : nil
    values["charts"] = typesetting.assets.contains(.vega) ? Templates.charts : nil
    for name in Self.courseKeys { values[name] = nil }
    if let course = options.course {
      let sections = contents.filled(with: typesetting.nodes)
      values.merge(courseValues(course, title: whole, sections)) { _, own in own }
    }
    return values
  }

  /// The words that the template itself says, with their language where it is another than the page's.
  private var edgeWords: [String: String] {
    let isForeign = !Words.isKnown(frontMatter.language)
    let own = isForeign ? ["language": "en"] : [:]
    return own.merging([
      "skip": words[.skip], "made": words[.made], "computed": words[.computed],
      "notComputed": words[.notComputed], "slides": words[.slides], "back": words[.slideBack],
      "on": words[.slideOn],
    ]) { own, _ in own }
  }

  /// The files that the page hands out, as a line of links.
  private func downloads(_ downloads: [PageDownload]) -> HTMLWriter {
    guard !downloads.isEmpty else { return HTMLWriter() }
    let links = downloads.map { download in
      HTMLNode.element(
        "a",
        [.href(download.address), .flag("download")],
        [.text(download.name)]
      )
    }
    let list = links.flatMap { [.text(", "), $0] }.dropFirst()
    return HTMLWriter([
      .element("p", [.class("downloads")], [.text(words[.download] + ": ")] + list)
    ])
  }

  /// The direction in which a language is written, which its script decides; `nil` for the usual one.
  private static func direction(of language: String) -> String? {
    // With what is likely where the tag does not say it, as in `pa-PK`.
    let whole = Locale.Language(identifier: language).maximalIdentifier
    let parts = whole.split { $0 == "-" || $0 == "_" }.dropFirst()
    return parts.contains { rightToLeft.contains($0.lowercased()) } ? "rtl" : nil
  }

  /// The scripts that are written from right to left, by their codes of ISO 15924.
  private static let rightToLeft: Set = [
    "adlm", "arab", "aran", "armi", "avst", "chrs", "cprt", "elym", "gara", "hatr", "hebr", "hung",
    "khar", "lydi", "mand", "mani", "mend", "merc", "mero", "narb", "nbat", "nkoo", "orkh", "ougr",
    "palm", "phli", "phlp", "phnx", "prti", "rohg", "samr", "sarb", "sogd", "sogo", "syrc", "syre",
    "syrj", "syrn", "thaa", "yezi",
  ]

  private static func singleLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
