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
  private struct Frame: Codable {
    var page: FormulaPageResult
    var keys: [String?]
    var glyphs: [String]
  }

  /// - Returns: `nil` where there is no such entry, or its parts do not fit each other.
  init?(for key: StoreKey, in use: StoreUse, formulas kind: ResultKind) {
    guard let kept: StoreUse.Texts<Frame> = use.texts(for: key) else { return nil }
    let frame = kept.value
    page = frame.page
    keys = frame.keys.map { $0.flatMap { StoreKey(kind: kind, hex: $0) } }
    var texts = kept.texts[...]
    for index in page.results.indices where page.results[index].formula != nil {
      guard let svg = texts.popFirst(), let mathML = texts.popFirst() else { return nil }
      page.results[index].formula?.svg = svg
      page.results[index].formula?.mathML = mathML
    }
    guard texts.count == frame.glyphs.count, keys.count == page.results.count else { return nil }
    page.glyphs = Dictionary(zip(frame.glyphs, texts)) { first, _ in first }
  }

  func keep(for key: StoreKey, in use: StoreUse) {
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
    use.keep(StoreUse.Texts(frame, texts: texts), for: key)
  }
}
