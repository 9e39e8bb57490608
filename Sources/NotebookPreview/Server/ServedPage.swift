import Foundation
import NotebookHTML

/// One run of the server.
struct PreviewSession: Sendable {
  /// Tells it from others.
  let name = UUID().uuidString
  /// Begins the marks in its pages. Nobody can know it who writes a notebook.
  let marks = "source-\(UInt64.random(in: 0 ..< .max))"
}

/// A page as the server gives it, with the script that keeps it up to date.
struct ServedPage {
  /// The page's bytes.
  let html: [UInt8]
  /// What it may do; `nil` where its template says it.
  let policy: PagePolicy?

  /// Tells the server's own script from any other.
  private let nonce = ServedPage.newNonce()

  /// A page that was made.
  ///
  /// - Parameter policy: what it may do, where that is not in it.
  init(
    _ html: [UInt8],
    policy: PagePolicy? = nil,
    named page: String,
    version: Int,
    _ session: PreviewSession
  ) {
    var html = html
    self.policy = policy ?? PagePolicy.take(from: &html)
    self.html = html + Self.script(page: page, version: version, session, nonce)
  }

  /// The same in a header.
  ///
  /// - Parameter host: the server, as the browser calls it.
  func header(host: String) -> String? {
    policy?.allowing("script-src", ["'nonce-\(nonce)'"])
      .allowing("connect-src", ["'self'", "ws://\(host)"])
      .text
  }

  private static func newNonce() -> String {
    (0..<2).map { _ in String(UInt64.random(in: 0 ... .max), radix: 36) }.joined()
  }

  /// What stands in the place of a page that could not be made yet.
  static func waiting(for page: String, _ session: PreviewSession) -> ServedPage {
    let text = "<main id=\"content\"><p>This page is not made yet.</p></main>"
    return ServedPage(
      document(titled: page, text),
      policy: .ofServer,
      named: page,
      version: 0,
      session
    )
  }

  /// The list of all pages.
  ///
  /// - Parameters:
  ///   - pages: their places below the output folder.
  ///   - titles: what they are called, by their places.
  ///   - faults: what is wrong with the folder.
  ///   - marks: begins the marks around the list.
  static func list(
    of pages: [String],
    _ titles: [String: String],
    faults: [String],
    marks: String
  ) -> [UInt8] {
    let items = pages.map { page -> String in
      let place = titles[page] == nil ? "" : " <span>\(escaped(page))</span>"
      let link = "<a href=\"\(escaped(RequestPath.address(of: page)))\">"
      return "<li>\(link)\(escaped(titles[page] ?? page))</a>\(place)</li>\n"
    }
    let told = faults.map { "<pre>\(escaped($0))</pre>\n" }
    let text = """
      <main><!--\(marks) 0-->
      <h1>Notebooks</h1>
      \(told.joined())<ul>
      \(items.joined())</ul>
      <!--\(marks) end--></main>
      """
    let policy = PagePolicy.ofServer.headLine
    let styles =
      policy + "\n<link rel=\"stylesheet\" href=\"/\(RequestPath.ownFolder)/index.css\">\n"
    return document(titled: "Notebooks", styles: styles, text)
  }

  /// A page of the server's own.
  private static func document(
    titled title: String,
    styles: String = "",
    _ body: String
  ) -> [UInt8] {
    let text = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(escaped(title))</title>
      \(styles)</head>
      <body>
      \(body)
      </body>
      </html>

      """
    return Array(text.utf8)
  }

  private static func script(
    page: String,
    version: Int,
    _ session: PreviewSession,
    _ nonce: String
  ) -> [UInt8] {
    let folder = RequestPath.ownFolder
    let text = """
      <script type="module" nonce="\(nonce)" src="/\(folder)/preview.js" data-lectern-page="\(escaped(page))" \
      data-version="\(version)" data-session="\(session.name)" data-marks="\(session.marks)"></script>

      """
    return Array(text.utf8)
  }

  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
