import Testing

@testable import NotebookPreview

@Suite("A request to the preview")
struct RequestTests {
  private func isAnswered(
    _ host: String?,
    origin: String? = nil,
    site: String? = nil,
    mode: String? = nil,
    listening: String = "127.0.0.1"
  ) throws -> Bool {
    let requests = RequestGuard(host: try #require(ListeningHost(listening)))
    return requests.refusal(method: "GET", host: host, origin: origin, site: site, mode: mode)
      == nil
  }

  @Test(
    "is refused under a name that is not the preview's",
    arguments: [
      "evil.example", "evil.example:8123", "", "127.0.0.1.evil.example", "10.0.0.1",
      "localhost.evil.example",
    ]
  )
  func foreignHost(_ host: String) throws { #expect(try !isAnswered(host)) }

  @Test(
    "is answered under any name of this machine, whatever the port is for the browser",
    arguments: ["127.0.0.1:8123", "localhost", "LOCALHOST:1", "[::1]:8123", "a.localhost:8123"]
  )
  func ownHost(_ host: String) throws { #expect(try isAnswered(host)) }

  @Test("without a host is refused")
  func noHost() throws { #expect(try !isAnswered(nil)) }

  @Test("of a page of another site is refused, and of the preview's own is answered")
  func origins() throws {
    let host = "127.0.0.1:8123"
    #expect(try isAnswered(host, origin: "http://127.0.0.1:8123"))
    #expect(try !isAnswered(host, origin: "http://127.0.0.1:9999"))
    #expect(try !isAnswered(host, origin: "https://evil.example"))
    #expect(try !isAnswered(host, origin: "null"))
    #expect(try !isAnswered(host, site: "cross-site", mode: "no-cors"))
    #expect(try isAnswered(host, site: "cross-site", mode: "navigate"))
    #expect(try isAnswered(host, site: "same-origin", mode: "cors"))
  }

  @Test("may name any number where all addresses of the machine are listened to, but no name")
  func allAddresses() throws {
    #expect(try isAnswered("192.168.0.7:8123", listening: "0.0.0.0"))
    #expect(try !isAnswered("evil.example", listening: "0.0.0.0"))
    #expect(try isAnswered("[fe80::1]:8123", listening: "::"))
  }

  @Test(
    "leads to a file below the folder, or nowhere",
    arguments: [
      ("/a.html", RequestPath.file("a.html")), ("/", .file("")),
      ("/b%20c%23%25%C3%BC.html", .file("b c#%ü.html")),
      ("/sub/", .file("sub/")), ("/.preview/morph.js", .own("morph.js")),
      ("/%2Epreview/morph.js", .own("morph.js")),
      ("/../a", nil), ("/%2e%2e/a", nil), ("/a/%2E%2e/b", nil), ("/a%2f..%2fb", nil),
      ("/a%00", nil),
      ("/a/./b", nil), ("/..%5ca", nil), ("a", nil), ("/%ff", nil), ("/%zz", nil),
    ] as [(String, RequestPath?)]
  )
  func paths(_ path: String, _ expected: RequestPath?) { #expect(RequestPath(path) == expected) }

  @Test("for a page is written so that it leads back to it")
  func addresses() {
    for page in ["a.html", "sub/b c.html", "#%?;&'\"ü日.html"] {
      #expect(RequestPath(RequestPath.address(of: page)) == .file(page))
    }
  }

  @Test(
    "may be for an address alone",
    arguments: [
      ("127.0.0.1", ListeningHost.version4("127.0.0.1")), ("localhost", .loopback),
      ("0.0.0.0", .version4("0.0.0.0")),
      ("::1", .version6("::1")), ("[::1]", .version6("::1")), ("example.org", nil), ("", nil),
      ("1.2.3", nil),
    ] as [(String, ListeningHost?)]
  )
  func hosts(_ text: String, _ expected: ListeningHost?) {
    #expect(ListeningHost(text) == expected)
  }
}

@Suite("The command of an editor")
struct EditorCommandTests {
  @Test("has words, in which quotation marks keep spaces")
  func words() throws {
    let command = try #require(EditorCommand("code -g '{file}:{line}' \"a b\" c"))
    #expect(command.words(for: "x y.md", line: 3) == ["code", "-g", "x y.md:3", "a b", "c"])
  }

  @Test("gets the file as its last word where it does not say where it belongs")
  func noFile() throws {
    #expect(
      try #require(EditorCommand("vi +{line}")).words(for: "a.md", line: 7) == ["vi", "+7", "a.md"]
    )
  }

  @Test("is none without a word, or with half a quotation", arguments: ["", "  ", "a 'b", "''"])
  func wrong(_ text: String) { #expect(EditorCommand(text) == nil) }
}
