import NotebookSyntax
import ResultStore
import Timing

extension PartName {
  fileprivate static let code = PartName("code", .sentence("the code changed"))
}

/// The code that a page shows, coloured, as it is kept or as Swift's parser reads it now.
struct ColouredCode: Sendable {
  /// Raised whenever the same code would be coloured in another way, also by another Swift parser.
  private static let version = 2

  private var markup: [String: String] = [:]

  /// No code is known.
  init() {}

  /// - Parameters:
  ///   - notebook: the notebook, whose cells are coloured together.
  ///   - use: where coloured code is kept; `nil` for nowhere.
  init(of notebook: Notebook, _ use: StoreUse?) {
    let codes = notebook.pieces.compactMap { piece -> String? in
      guard case .cell(let cell) = piece, !cell.isHidden, cell.showsCode else { return nil }
      return cell.code.text
    }
    guard let use, !codes.isEmpty else { return }
    let kind = ResultKind("coloured code", version: Self.version)
    let memo = Memo<[String]>(kind, in: use, .json.only { $0.count == codes.count }) {
      var parts = KeyParts(kind: kind)
      parts.add(.code, texts: codes)
      return parts
    }
    let markup = memo.resultWithoutTools { codes.map(Self.markup) }
    self.markup = Dictionary(zip(codes, markup)) { first, _ in first }
  }

  /// Code as markup, with classes to which the style sheet gives colours.
  func node(_ code: String) -> HTMLNode { .raw(markup[code] ?? Self.markup(code)) }

  private static func markup(_ code: String) -> String {
    String(decoding: HTMLWriter(SwiftHighlighter.nodes(code)).bytes, as: UTF8.self)
  }
}
