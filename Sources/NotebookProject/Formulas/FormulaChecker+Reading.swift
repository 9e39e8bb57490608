import Documents
import FormulaChecks
import NotebookSyntax
import ResultStore
import Typesetting

/// What MathJax reads in a document's formulas, and what is found by that, which is kept.
extension FormulaChecker {
  /// What is found of a document's formulas, or was kept of them.
  /// - Parameters:
  ///   - kind: what is found.
  ///   - all: all formulas of the notebook, some of which may define what others use.
  ///   - find: finds it by what each of the document's pieces means.
  func kept<Value: Codable & Sendable>(
    _ kind: ResultKind,
    of document: FormulaDocument,
    in notebook: Notebook,
    _ all: [Formula],
    _ coding: ResultCoding<Value>,
    _ find: ([Result<MathTree, FormulaDocument.Unread>]) -> Value
  ) throws -> Value {
    let macros = notebook.frontMatter.macros.map(FormulaMacro.init)
    let definitions = all.map(\.tex.text).filter { FormulaRequest($0).mayDefine }
    return try memo(kind, document, definitions, macros, coding).result {
      find(try trees(of: document, definitions, macros))
    }
  }

  private func trees(
    of document: FormulaDocument,
    _ definitions: [String],
    _ macros: [FormulaMacro]
  ) throws -> [Result<MathTree, FormulaDocument.Unread>] {
    let requests = definitions + document.pieces.map(\.tex)
    let page = FormulaPage(
      idPrefix: "",
      macros: macros,
      requests: requests.map { FormulaRequest($0, isDisplay: true) }
    )
    return try typesetter.trees(of: page).dropFirst(definitions.count).map { read in
      if let tree = read.tree { return .success(tree) }
      let problem = read.problems.first
      return .failure(
        FormulaDocument.Unread(
          message: problem?.message ?? "it cannot be read",
          offset: problem?.offset ?? 0
        )
      )
    }
  }

  private func memo<Value: Codable & Sendable>(
    _ kind: ResultKind,
    _ document: FormulaDocument,
    _ definitions: [String],
    _ macros: [FormulaMacro],
    _ coding: ResultCoding<Value>
  ) -> Memo<Value> {
    let text = ResultCoding<FormulaDocument>.json.encode(document)
    @Sendable func parts(_ kind: ResultKind, _ engine: StoreKey? = nil) -> KeyParts {
      var parts = KeyParts(kind: kind)
      if let engine { parts.add(.formulaReader, engine) }
      parts.add(.formulaMacros, texts: macros.map(\.definition))
      parts.add(.formulaDefinitions, texts: definitions)
      parts.add(.formulaClaims, bytes: text ?? [])
      return parts
    }
    return Memo(
      kind,
      in: text == nil ? nil : store,
      coding,
      parts: { [typesetter] in parts(kind, typesetter.readerIdentity) },
      withoutTools: { parts(kind.withoutTools) }
    )
  }
}
