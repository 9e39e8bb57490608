import Foundation

/// What a test looks for in a page's HTML, as it was written or as a browser shows it.
struct PageText {
  let text: String

  /// The TeX of each formula, set or left to the browser.
  var formulas: [String] {
    let set = /<annotation encoding="application\/x-tex">([^<]*)</
    let left = /<(?:span|div) class="math (?:inline|display)"[^>]*>([^<]+)</
    return (text.matches(of: set) + text.matches(of: left)).map { Self.unescaped($0.1) }
  }

  /// How many formulas are set, by the page's maker or by the browser.
  var typesetFormulas: Int {
    count(of: /<(?:span|div) class="math (?:inline|display)[^>]*><(?:svg|mjx-container)/)
  }

  /// How many formulas there are, set or not.
  var allFormulas: Int { count(of: /class="math (?:inline|display)/) }

  /// How many formulas have an error in them.
  var formulaErrors: Int { count(of: /<g[^>]* data-mml-node="merror"|<g data-mml-node="merror"/) }

  /// The numbers of equations, in the order of the page.
  var equationNumbers: [String] {
    text.matches(of: /<mlabeledtr[^>]*><mtd[^>]*>(?:<[^>]*>)*?<mtext>\(([^)]*)\)<\/mtext>/)
      .map { String($0.1) }
  }

  var charts: Int { count(of: /class="chart"/) }

  /// How many charts are drawn, by the page's maker or by the browser.
  var drawnCharts: Int {
    count(of: /<div class="chart"><svg|<svg class="marks"|<svg[^>]* class="marks"/)
  }

  /// What the page loads besides itself.
  var loadedFiles: [String] {
    text.matches(of: /<(?:script|link|img|iframe)[^>]*\s(?:src|href)="([^"]*)"/)
      .map { Self.unescaped($0.1) }
  }

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
