import NotebookLayout
import NotebookSyntax
import Synchronization
import Typesetting

/// The formulas in titles that the pages of a course show of each other, as MathML.
///
/// The pictures of a page's own formulas share their glyphs with each other and hang on the page's macros and
/// numbers. MathML stands for itself, so that one line of a list serves for all pages, and it weighs little where
/// each page has the titles of a hundred others.
final class TitleFormulas: Sendable {
  fileprivate struct Key: Hashable {
    var tex: String
    var definitions: [String]
  }

  fileprivate struct State {
    /// The MathML of formulas; `nil` for those that cannot be set.
    var known: [Key: String?] = [:]
    var faults: [TypesettingFault] = []
  }

  private let typesetter: Typesetter?
  private let state = Mutex(State())

  /// - Parameter typesetter: sets them; without it they are plain text.
  init(_ typesetter: Typesetter?) { self.typesetter = typesetter }

  /// Why some could not be set, though nothing is wrong with them.
  var faults: [TypesettingFault] { state.withLock(\.faults) }

  /// Sets the formulas of some titles together, as far as they are not set yet.
  func set(_ titles: some Sequence<ListedTitle>) {
    guard let typesetter else { return }
    state.withLock { state in
      var groups: [[String]: [String]] = [:]
      var seen: Set<Key> = []
      for title in titles {
        for tex in title.text.formulas {
          let key = Key(tex: tex, definitions: title.definitions)
          guard state.known[key] == nil, seen.insert(key).inserted else { continue }
          groups[title.definitions, default: []].append(tex)
        }
      }
      for (definitions, formulas) in groups.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) })
      {
        state.set(formulas, definitions, by: typesetter)
      }
    }
  }

  /// A title where neither links nor what a page numbers can stand.
  func nodes(of title: ListedTitle) -> [HTMLNode] {
    set([title])
    return nodes(title.text, of: title)
  }

  private func nodes(_ text: [Inline], of title: ListedTitle) -> [HTMLNode] {
    text.flatMap { inline -> [HTMLNode] in
      switch inline {
      case .text(let text): [.text(text)]
      case .code(let code): [.element("code", [], [.text(code)])]
      case .emphasis(let inner): [.element("em", [], nodes(inner, of: title))]
      case .strong(let inner): [.element("strong", [], nodes(inner, of: title))]
      case .strikethrough(let inner): [.element("del", [], nodes(inner, of: title))]
      case .formula(let formula): [node(formula, of: title)]
      default: []
      }
    }
  }

  private func node(_ formula: Formula, of title: ListedTitle) -> HTMLNode {
    let key = Key(tex: formula.tex.text, definitions: title.definitions)
    let known = state.withLock { $0.known[key] ?? nil }
    return known.map(HTMLNode.raw) ?? .text(title.words(of: formula))
  }
}

extension TitleFormulas.State {
  /// MathML as browsers show it: of the letters that `mathvariant` names they know the upright ones alone. What is
  /// in a link is none.
  private static func visible(_ mathML: String) -> String {
    mathML.replacing(#/ href="[^"]*"/#, with: "").replacing(
      #/ mathvariant="([a-z-]+)"([^<>]*)>([^<>&]*)</#
    ) { token in
      guard let alphabet = FormulaAlphabet(mathVariant: String(token.1)) else {
        return String(token.0)
      }
      return "\(token.2)>\(alphabet.text(of: String(token.3)))<"
    }
  }

  fileprivate mutating func set(
    _ formulas: [String],
    _ definitions: [String],
    by typesetter: Typesetter
  ) {
    do {
      let page = FormulaPage(
        idPrefix: "",
        requests: (definitions + formulas).map { FormulaRequest($0) }
      )
      let results = try typesetter.set(page).results.suffix(formulas.count)
      for (tex, result) in zip(formulas, results) {
        known[TitleFormulas.Key(tex: tex, definitions: definitions)] = .some(
          result.formula.map { Self.visible($0.mathML) }
        )
      }
    } catch is CancellationError {
      // Who asks next has it set.
    } catch {
      let fault = TypesettingFault(error)
      if !faults.contains(fault) { faults.append(fault) }
      for tex in formulas {
        known[TitleFormulas.Key(tex: tex, definitions: definitions)] = .some(nil)
      }
    }
  }
}

extension [Inline] {
  /// The TeX of its formulas, in order.
  fileprivate var formulas: [String] {
    flatMap { inline -> [String] in
      switch inline {
      case .formula(let formula): [formula.tex.text]
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner): inner.formulas
      default: []
      }
    }
  }
}
