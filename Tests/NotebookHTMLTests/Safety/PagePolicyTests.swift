import Documents
import NotebookSyntax
import TestSupport
import Testing
import Typesetting

@testable import NotebookHTML

@Suite("A page's policy")
struct PagePolicyTests {
  private func policyText(of page: String) -> String? {
    page.firstMatch(of: /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/)
      .map { String($0.1) }
  }

  /// The digests of the page's inline scripts or styles, as a browser finds them.
  private func digests(_ element: String, in page: String) throws -> [String] {
    let pattern = try Regex("<\(element)>([^\0]*?)</\(element)>", as: (Substring, Substring).self)
    return page.matches(of: pattern).map { PolicySources.digest(of: Array($0.output.1.utf8)) }
  }

  @Test("allows the page's own scripts and style sheets, and nothing else")
  func own() throws {
    let page = page("# A\n\n<style>p { color: red }</style>\n\nWords.\n")
    let policy = try #require(policyText(of: page))
    let scripts = try digests("script", in: page)
    let styles = try digests("style", in: page)
    #expect(scripts.count == 1 && styles.count == 2)
    #expect(
      policy == """
        default-src 'none'; script-src \(scripts[0]); style-src 'unsafe-inline'; \
        style-src-elem \(styles.joined(separator: " ")); img-src 'self' data:; \
        media-src 'self' data:; font-src 'self' data:; base-uri 'none'; form-action 'none'
        """
    )
    let head = try #require(page.firstRange(of: "Content-Security-Policy"))
    #expect(page[..<head.lowerBound].contains("<meta charset=\"utf-8\">"))
    #expect(!page[..<head.lowerBound].contains("<style"))
  }

  @Test("allows what a template brings, and nothing that is put into it")
  func template() throws {
    let template = """
      <!doctype html><html><head><title>{{title}}</title>
      <script src="https://cdn.example/lib.js"></script><link rel=stylesheet href="own.css">
      {{! <script> }}
      </head><body onload="go()">{{{bad}}}{{{content}}}
      <script>
      own()
      </script><script>let title = "{{title}}"</script></body></html>
      """
    let notebook = NotebookParser.parse(
      SourceText(
        path: "a.md",
        text: "---\ntitle: T\nbad: <script>evil()</script>\n---\n<script>evil()</script>\n"
      )
    )
    let site = SiteOptions(template: .init(text: template, path: "t.mustache"))
    let made = PageRenderer(site).page(for: notebook)
    let page = String(decoding: made.html, as: UTF8.self)
    let policy = try #require(policyText(of: page))
    func digest(_ text: String) -> String { PolicySources.digest(of: Array(text.utf8)) }
    #expect(
      policy.contains(
        "script-src \(digest("\nown()\n")) https://cdn.example 'unsafe-hashes' \(digest("go()"));"
      )
    )
    #expect(policy.contains("style-src-elem 'self';"))
    #expect(!policy.contains(digest("evil()")))
    #expect(!policy.contains(digest("let title = \"T\"")))
    let warnings = made.diagnostics.map { "\($0.path):\($0.start?.line ?? 0) \($0.kind.rawValue)" }
    #expect(warnings == ["t.mustache:7 template", "a.md:5 unsafe-markup"])
  }

  @Test("is left to a template that has its own")
  func ownPolicy() {
    let meta = "<meta http-equiv=content-security-policy content=\"default-src *\">"
    let site = SiteOptions(
      template: .init(text: "<html><head>\(meta)</head>{{{content}}}</html>", path: "t")
    )
    #expect(page("x", site: site).matches(of: /(?i)content-security-policy/).count == 1)
  }

  @Test("allows frames, images and scripts that are trusted, and tells who is not")
  func trust() throws {
    let text = """
      ---
      scripts: true
      frames: [video.example]
      ---
      <script>f()</script>
      ![I](https://images.example/i.png)
      """
    var options = PageOptions()
    options.permissions.requests = ["images.example"]
    let notebook = NotebookParser.parse(SourceText(path: "a.md", text: text))
    let stranger = PageRenderer().page(for: notebook, options: options)
    #expect(stranger.diagnostics.compactMap(\.start?.line) == [3, 5])
    options.trustsNotebook = true
    let trusted = PageRenderer().page(for: notebook, options: options)
    #expect(trusted.diagnostics == [])
    let policy = try #require(policyText(of: String(decoding: trusted.html, as: UTF8.self)))
    #expect(policy.contains("frame-src https://video.example https://*.video.example;"))
    #expect(
      policy.contains("img-src 'self' data: https://images.example https://*.images.example;")
    )
    #expect(policy.contains(PolicySources.digest(of: Array("f()".utf8))))
  }

  @Test("can be taken out of a page, and be widened by a server")
  func taken() throws {
    var bytes = Array(page("A <meta> word.").utf8)
    let policy = try #require(PagePolicy.take(from: &bytes))
    #expect(policy.text.hasPrefix("default-src 'none'; script-src 'sha256-"))
    #expect(!String(decoding: bytes, as: UTF8.self).contains("Content-Security-Policy"))
    #expect(PagePolicy.take(from: &bytes) == nil)
    let wide = policy.allowing("script-src", ["'nonce-x'"]).allowing("connect-src", ["'self'"]).text
    #expect(wide.contains(" 'nonce-x'; style-src") && wide.hasSuffix("; connect-src 'self'"))
  }
}
