import Foundation
import TestSupport
import Testing

@testable import NotebookProject
@testable import render

/// Each defence of a page is tried without the others, and the attacks without any.
@Suite("A page under attack")
struct HarmlessPageTests {
  private let folder: ScratchFolder
  private let server: RequestCounter

  init() throws {
    folder = try ScratchFolder()
    server = try RequestCounter()
  }

  /// Markup that runs scripts and asks the server for things in many ways. Each has a path of its own.
  private func attacks(_ name: String) -> String {
    let to = "\(server.address)/\(name)"
    let run = "document.documentElement.dataset.ran='\(name)'"
    return """
      <script>\(run);new Image().src='\(to)-script'</script>
      <script src="\(to)-source"></script>
      <img alt="a" src="\(to)-image" onerror="\(run)">
      <img alt="a" src="data:image/png;base64,AA" onerror="\(run)">
      <picture><source srcset="\(to)-set 1x"><img alt="b"></picture>
      <svg width="9" height="9" onload="\(run)"><image href="\(to)-svg" width="9" height="9"/>
      <style>@import url(\(to)-svgimport); rect { fill: url(\(to)-fill#a) }</style><rect width="9"/></svg>
      <style>@import "\(to)-import"; main { background: url(\(to)-background) }</style>
      <link rel="stylesheet" href="\(to)-link">
      <iframe src="\(to)-frame"></iframe>
      <iframe srcdoc="&lt;script>parent.\(run)&lt;/script>"></iframe>
      <object data="\(to)-object"></object><embed src="\(to)-embed">
      <video src="\(to)-video" poster="\(to)-poster" autoplay></video><audio src="\(to)-audio" autoplay></audio>
      <p style="background: url(\(to)-style)">p</p>
      <p style="background-image: image-set('\(to)-imageset' 1x)">q</p>
      <input autofocus onfocus="\(run)"><details open ontoggle="\(run)"><summary>s</summary></details>
      """
  }

  /// What came of a page in a browser: whether a script of the attacker ran, and what the server was asked for.
  private func outcome(of page: String, _ name: String) async throws -> (ran: Bool, [String]) {
    let before = Set(server.requests)
    let file = try folder.write(page, to: "\(name).html")
    let browser = try await Browser(opening: URL(filePath: file), in: folder)
    return (browser.document.contains("data-ran="), server.requests.filter { !before.contains($0) })
  }

  @Test("runs no script and asks for nothing, by its markup alone and by its policy alone")
  func defences() async throws {
    let text = ##"""
      # Attack

      \##(attacks("text"))

      ```swift echo=false
      struct Attack: Displayable {
        var form: MIMEType
        var markup: String
        var display: DisplayBundle { DisplayBundle(plain: "attack", [form: markup]) }
      }
      let markup = #"""
      \##(attacks("cell"))
      """#
      Attack(form: .html, markup: markup)
      Attack(form: .svg, markup: "<svg xmlns='http://www.w3.org/2000/svg'>" + markup + "</svg>")
      Attack(form: .markdown, markup: markup)
      ```
      """##
    try folder.write(text, to: "a.md")
    let rendered = await Rendered("a.md", in: folder)
    try #require(rendered.status == .success, "\(rendered.errors)")
    #expect(rendered.errors.contains("a.md:3:1: warning: '<script>' is left out"))
    let page = try folder.read("Output/a.html")
    let meta = /<meta http-equiv="Content-Security-Policy"[^>]*>/
    let policy = try #require(page.firstMatch(of: meta))

    // Without its policy, its markup does nothing.
    let bare = page.replacing(policy.output, with: "")
    let markup = try await outcome(of: bare, "markup")
    #expect(!markup.ran && markup.1 == [])

    // Without anything that was left out, the policy lets nothing happen.
    let attack = attacks("policy")
    let raw = page.replacing("</main>", with: attack + "</main>")
    let stopped = try await outcome(of: raw, "policy")
    #expect(!stopped.ran && stopped.1 == [])

    // Without both, much happens, so that these attacks are some.
    let open = bare.replacing("</main>", with: attacks("open") + "</main>")
    let harm = try await outcome(of: open, "open")
    #expect(harm.ran && harm.1.count > 12, "\(harm.1)")
  }

  @Test("brings nothing by formulas and charts that a browser sets")
  func setByBrowser() async throws {
    let to = "//127.0.0.1:\(server.port)"
    try folder.write(
      """
      ---
      math: browser
      ---

      $\\def\\j{javascript:document.documentElement.dataset.ran=1}\\href{\\j}{x}$
      $\\style{color:blue;position:fixed;background:url(\(to)/style)}{y}$
      $\\class{search}{z}$ $\\color{red}{w}$

      """,
      to: "a.md"
    )
    #expect(await Rendered("a.md", in: folder).status == .success)
    let page = folder.url.appending(path: "Output/a.html")
    let browser = try await Browser(opening: page, in: folder)
    let shown = browser.document
    #expect(shown.contains("<mjx-container") && shown.contains("color: blue"))
    #expect(!shown.contains(/style="[^"]*(fixed|url\()/))
    #expect(!shown.contains(/href="javascript/) && !shown.contains("data-folder"))
    #expect(server.requests == [])
  }

  @Test("shows the page's own scripts at work, and what its author is trusted with")
  func trusted() async throws {
    try folder.write("scripts: true\nrequests: [127.0.0.1]\n", to: "lectern.yml")
    try folder.write(
      """
      <table style="width: 400em"><tr><td>wide</td></tr></table>

      <script>document.body.dataset.own = "script"</script>

      <p onclick="document.body.dataset.click = 'handler'" id="p">p</p>

      <script>addEventListener("load", () => p.click())</script>
      """,
      to: "a.md"
    )
    let rendered = await Rendered("a.md", in: folder)
    #expect(rendered.errors == "")
    let page = folder.url.appending(path: "Output/a.html")
    let browser = try await Browser(opening: page, in: folder)
    #expect(browser.messages == [])
    #expect(browser.document.contains("data-own=\"script\""))
    #expect(browser.document.contains("data-click=\"handler\""))
  }
}
