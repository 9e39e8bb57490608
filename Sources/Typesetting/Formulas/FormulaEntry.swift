import ResultStore

/// The formulas of a page as they are kept.
struct FormulaEntry: Sendable {
  var page: FormulaPageResult
  /// For each formula the key that it has by itself; `nil` for one that does not stand for itself.
  var keys: [StoreKey?]

  init(_ page: FormulaPageResult, keys: [StoreKey?]) {
    self.page = page
    self.keys = keys
  }

  /// What is kept besides the markup, which makes up nearly all of it.
  private struct Frame: Codable, Sendable {
    var page: FormulaPageResult
    var keys: [String?]
    var glyphs: [String]
  }

  /// The kind of the keys that formulas have by themselves.
  static let formulaKind = ResultKind("formula", version: ResultKind.formulas.version)

  static let coding = ResultCoding<FormulaEntry>.json { entry in
    entry.split
  } joining: { (frame: Frame, texts) in
    FormulaEntry(frame, texts)
  }

  private var split: (frame: Frame, texts: [String]) {
    var frame = Frame(page: page, keys: keys.map { $0?.hex }, glyphs: page.glyphs.keys.sorted())
    var texts: [String] = []
    for index in page.results.indices {
      guard let formula = page.results[index].formula else { continue }
      texts += [formula.svg, formula.mathML]
      frame.page.results[index].formula?.svg = ""
      frame.page.results[index].formula?.mathML = ""
    }
    texts += frame.glyphs.compactMap { page.glyphs[$0] }
    frame.page.glyphs = [:]
    return (frame, texts)
  }

  /// - Returns: `nil` where its parts do not fit each other.
  private init?(_ frame: Frame, _ texts: [String]) {
    page = frame.page
    keys = frame.keys.map { $0.flatMap { StoreKey(kind: Self.formulaKind, hex: $0) } }
    var texts = texts[...]
    for index in page.results.indices where page.results[index].formula != nil {
      guard let svg = texts.popFirst(), let mathML = texts.popFirst() else { return nil }
      page.results[index].formula?.svg = svg
      page.results[index].formula?.mathML = mathML
    }
    guard texts.count == frame.glyphs.count, keys.count == page.results.count else { return nil }
    page.glyphs = Dictionary(zip(frame.glyphs, texts)) { first, _ in first }
  }
}
