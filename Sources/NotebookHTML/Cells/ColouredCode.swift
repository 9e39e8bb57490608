import NotebookSyntax
import ResultStore
import SwiftParser
import Timing

extension PartName {
  fileprivate static let code = PartName("code", .sentence("the code changed"))
  fileprivate static let declarations = PartName(
    "declarations",
    .sentence("what libraries declare changed")
  )
}

/// The code that a page shows, coloured, as it is kept or as Swift's parser reads it now.
struct ColouredCode: Sendable {
  /// Raised whenever the same code would be coloured in another way, also by another Swift parser.
  private static let version = 2

  private var markup: [String: String] = [:]
  private var links = DeclarationLinks()
  private var shadowed: Set<String> = []

  /// No code is known.
  init() {}

  /// - Parameters:
  ///   - notebook: the notebook, whose cells are coloured together.
  ///   - use: where coloured code is kept; `nil` for nowhere.
  ///   - page: the place in a course whose libraries names lead to; `nil` for none.
  ///   - modules: what the code imports without saying so.
  init(
    of notebook: Notebook,
    _ use: StoreUse?,
    linking page: CoursePage? = nil,
    importing modules: Set<String> = []
  ) {
    let codes = notebook.pieces.compactMap { piece -> String? in
      guard case .cell(let cell) = piece, !cell.isHidden, cell.showsCode else { return nil }
      return cell.code.text
    }
    if let page, !page.outline.libraries.isEmpty {
      link(notebook, to: page, importing: modules)
    }
    let (links, shadowed) = (links, shadowed)
    guard let use, !codes.isEmpty else { return }
    let kind = ResultKind("coloured code", version: Self.version)
    let memo = Memo<[String]>(kind, in: use, .json.only { $0.count == codes.count }) {
      var parts = KeyParts(kind: kind)
      parts.add(.code, texts: codes)
      if !links.isEmpty { parts.add(.declarations, texts: links.texts + shadowed.sorted()) }
      return parts
    }
    let markup = memo.resultWithoutTools { codes.map { Self.markup($0, links, shadowed) } }
    self.markup = Dictionary(zip(codes, markup)) { first, _ in first }
  }

  /// Finds out what the names in a notebook's code may lead to: what it imports, but for what it declares itself.
  private mutating func link(
    _ notebook: Notebook,
    to page: CoursePage,
    importing modules: Set<String>
  ) {
    var modules = modules
    for case .cell(let cell) in notebook.pieces {
      let tree = Parser.parse(source: cell.code.text)
      modules.formUnion(LinkedNames.imports(in: tree))
      shadowed.formUnion(LinkedNames.declared(in: tree))
    }
    links = DeclarationLinks(
      page.outline.libraries.filter { modules.contains($0.module) },
      on: page
    )
  }

  /// Code as markup, with classes to which the style sheet gives colours.
  func node(_ code: String) -> HTMLNode {
    .raw(markup[code] ?? Self.markup(code, links, shadowed))
  }

  private static func markup(
    _ code: String,
    _ links: DeclarationLinks,
    _ shadowed: Set<String>
  ) -> String {
    let nodes = SwiftHighlighter.nodes(code, linking: links, besides: shadowed)
    return String(decoding: HTMLWriter(nodes).bytes, as: UTF8.self)
  }
}
