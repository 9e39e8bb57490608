import Documents
import FormulaChecks
import Testing
import Typesetting

/// Formulas that are read by MathJax and held against numbers, all of a suite by one engine.
struct Formulas {
  let verdicts: FormulaDocument.Verdicts

  private static let typesetter = Typesetter()

  /// - Parameters:
  ///   - symbols: what the letters mean, line by line.
  ///   - claims: formulas, each with the words behind `holds`.
  init(_ symbols: String, _ claims: [FormulaClaim]) throws {
    let document = FormulaDocument(
      symbols: symbols.split(separator: "\n").map { SymbolLine(String($0)) },
      claims: claims
    )
    verdicts = document.verdicts(of: try Self.trees(of: document.pieces))
  }

  /// What MathJax reads in pieces of TeX.
  static func trees(of pieces: [FormulaDocument.Piece]) throws
    -> [Result<MathTree, FormulaDocument.Unread>]
  {
    let page = FormulaPage(
      idPrefix: "",
      requests: pieces.map { FormulaRequest($0.tex, isDisplay: true) }
    )
    return try typesetter.trees(of: page).map { read in
      if let tree = read.tree { return .success(tree) }
      let problem = read.problems.first
      return .failure(
        FormulaDocument.Unread(message: problem?.message ?? "", offset: problem?.offset ?? 0)
      )
    }
  }

  /// What comes of one formula.
  static func verdict(_ tex: String, _ words: String = "", symbols: String = "") throws
    -> FormulaVerdict
  {
    let formulas = try Formulas(symbols, [FormulaClaim(tex: tex, words: words)])
    guard formulas.verdicts.symbolProblems.isEmpty else {
      return .unknown(formulas.verdicts.symbolProblems)
    }
    return formulas.verdicts.claims[0]
  }
}

extension FormulaVerdict {
  /// Whether the formula held.
  var isTrue: Bool { if case .holds = self { true } else { false } }

  /// Whether a counterexample was found.
  var isFalse: Bool { if case .fails = self { true } else { false } }

  /// What is said of it.
  var text: String {
    switch self {
    case .holds(let samples): "holds for \(samples)"
    case .fails(let problem): problem.message
    case .unknown(let problems):
      problems.map { "\($0.message); \($0.help)" }.joined(separator: " / ")
    }
  }
}
