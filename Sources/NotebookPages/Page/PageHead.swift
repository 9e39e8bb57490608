import Foundation
import NotebookSyntax
import Templates

/// Everything of a page but its body: what the template is filled with.
struct PageHead {
  private let frontMatter: FrontMatter
  private let fileName: String
  private let plainTitle: String
  private let description: String?
  /// What stands above the text.
  var header: HTMLWriter
  /// The table of contents.
  var contents: HTMLWriter

  /// - Parameter body: writes the running text that occurs in title and contents, before any block.
  init(_ notebook: Notebook, _ titleBlock: TitleBlock, _ body: inout BodyWriter) {
    frontMatter = notebook.frontMatter
    fileName = Self.fileName(in: notebook.source.path)
    plainTitle = body.plainText(titleBlock.title)
    description = frontMatter.abstract.map { abstract in
      let blocks = NotebookParser.parseFragment(abstract, path: notebook.source.path)
      return Self.singleLine(body.plainText(blocks))
    }
    header = HTMLWriter(body.nodes(titleBlock, frontMatter))
    contents = HTMLWriter(body.contents(isWanted: frontMatter.hasContents))
  }

  /// The values by the names that a template uses; those of the front matter are among them.
  func templateValues(options: PageOptions, _ typesetting: PageTypesetting) -> [String: Any] {
    func markup(_ html: HTMLWriter) -> String? {
      let text = html.filled(with: typesetting.nodes).text
      return text.isEmpty ? nil : text
    }
    var values = frontMatter.values.compactMapValues(\.templateValue)
    values["title"] = plainTitle.isEmpty ? nil : plainTitle
    values["pageTitle"] = plainTitle.isEmpty ? fileName : plainTitle
    values["description"] = description
    values["language"] = frontMatter.language
    values["direction"] = Self.direction(of: frontMatter.language)
    values["authors"] = frontMatter.authors
    values["header"] = markup(header)
    values["contents"] = markup(contents)
    values["styles"] = Templates.styles
    values["script"] = Templates.script
    values["assets"] = options.assetsPrefix
    values["isRun"] = options.isRun
    values["mathematics"] = typesetting.assets.contains(.mathJax) ? Templates.mathematics : nil
    values["charts"] = typesetting.assets.contains(.vega) ? Templates.charts : nil
    return values
  }

  /// The name of a file without its folder and its ending.
  static func fileName(in path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.split(separator: ".").first ?? name)
  }

  /// The direction in which a language is written, which its script decides; `nil` for the usual one.
  private static func direction(of language: String) -> String? {
    Locale.Language(identifier: language).characterDirection == .rightToLeft ? "rtl" : nil
  }

  private static func singleLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
