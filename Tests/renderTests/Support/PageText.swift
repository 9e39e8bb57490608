import Foundation

/// What a test looks for in a page's HTML, as it was written or as a browser shows it.
struct PageText {
  let text: String

  /// The TeX of each formula, as the page is written.
  var formulas: [String] {
    text.matches(of: /<(?:span|div) class="math (?:inline|display)"[^>]*>([^<]*)</)
      .map { Self.unescaped($0.1) }
  }

  /// How many formulas the browser has typeset.
  var typesetFormulas: Int {
    count(of: /<(?:span|div) class="math (?:inline|display)"[^>]*><mjx-container/)
  }

  /// How many formulas there are, typeset or not.
  var allFormulas: Int { count(of: /class="math (?:inline|display)"/) }

  /// How many formulas have an error in them.
  var formulaErrors: Int { count(of: /<g[^>]* data-mml-node="merror"|<g data-mml-node="merror"/) }

  /// The numbers of equations, in the order of the page.
  var equationNumbers: [String] {
    text.matches(of: /<span class="number">\(([^)]*)\)<\/span>/).map { String($0.1) }
  }

  var charts: Int { count(of: /class="chart"/) }

  /// How many charts the browser has drawn.
  var drawnCharts: Int { count(of: /<svg class="marks"|<svg[^>]* class="marks"/) }

  var title: String? {
    text.firstMatch(of: /<title>([^<]*)<\/title>/).map { Self.unescaped($0.1) }
  }

  var language: String? { text.firstMatch(of: /<html lang="([^"]*)"/).map { String($0.1) } }

  /// The links within the page that lead nowhere.
  var danglingLinks: [String] {
    let targets = Set(text.matches(of: /\sid="([^"]*)"/).map { Self.unescaped($0.1) })
    return text.matches(of: /\shref="#([^"]*)"/).map { Self.unescaped($0.1) }
      .filter { !targets.contains($0.removingPercentEncoding ?? $0) }
  }

  private func count(of pattern: some RegexComponent) -> Int { text.matches(of: pattern).count }

  private static func unescaped(_ text: Substring) -> String {
    String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }
}
