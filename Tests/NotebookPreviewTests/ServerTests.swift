import Foundation
import TestSupport
import Testing

@testable import NotebookPreview

@Suite("The preview's server")
struct ServerTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    try folder.write("# A\n", to: "a.md")
  }

  @Test("answers no other site, and nobody who calls it by another name")
  func foreigners() async throws {
    let preview = try RunningPreview(in: folder)
    let address = try await preview.address
    let host = String(address.dropFirst("http://".count).dropLast())
    for headers in [
      ["Host: evil.example"], [], ["Host: \(host)", "Origin: https://evil.example"],
      ["Host: \(host)", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors"],
    ] {
      let answer = try await Connection.answer(to: "/a.html", headers: headers, of: address)
      #expect(answer.status == 403)
      #expect(!answer.text.contains("<h1"))
    }
    let own = ["Host: \(host)", "Origin: http://\(host)"]
    let answer = try await Connection.answer(to: "/a.html", headers: own, of: address)
    #expect(answer.status == 200 && answer.text.contains("<h1"))
    for method in ["POST", "PUT", "DELETE"] {
      let answer = try await Connection.answer(to: "/a.html", method: method, of: address)
      #expect(answer.status == 405)
    }
    let socket = try Connection(to: address)
    socket.send(
      "GET /.preview/socket?page=a.html HTTP/1.1\r\nHost: \(host)\r\nOrigin: http://evil.example\r\n"
        + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    )
    #expect(await socket.receive { $0.contains("\r\n\r\n") }.contains(" 403 "))
    try await preview.end()
  }

  @Test("gives nothing that lies outside of the pages, and goes on after nonsense")
  func outside() async throws {
    let secret = try folder.write("secret", to: "secret.txt")
    let preview = try RunningPreview(in: folder)
    let address = try await preview.address
    let up = String(repeating: "/..", count: 12)
    for path in [
      "/secret.txt", "/a.md", "\(up)\(secret)", "\(up.replacing(".", with: "%2e"))\(secret)",
      "/%2F\(secret.dropFirst().replacing("/", with: "%2F"))", "/a.html%00.md",
      "/..%5c..%5csecret.txt",
      "http://evil.example/a.html", "*", "/.preview/../secret.txt", "/.preview/none.js",
      "/.store", "//\(secret)",
    ] {
      let answer = try await Connection.answer(to: path, of: address)
      #expect(answer.status == 404, "\(path)")
      #expect(!answer.text.contains("secret\n") && !answer.text.hasSuffix("secret"))
    }
    for nonsense in [
      "\r\n\r\n", "GET\r\n\r\n", "\0\u{1}\u{2}", "GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
    ] {
      try Connection(to: address).send(nonsense)
    }
    #expect(try await Connection.answer(to: "/a.html", of: address).status == 200)
    try await preview.end()
  }

  @Test("follows no link out of the folder of pages")
  func links() throws {
    try folder.write("secret", to: "secret.txt")
    try folder.write("seen", to: "pages/seen.txt")
    let files = FileManager.default
    for (name, target) in [
      ("out.txt", "../secret.txt"), ("in.txt", "seen.txt"), ("outer", ".."), ("none.txt", "none"),
    ] {
      try files.createSymbolicLink(
        atPath: folder.path("pages/\(name)"),
        withDestinationPath: target
      )
    }
    let pages = ServedFolder(path: folder.path("pages"))
    #expect(pages.contents(of: "seen.txt") == Array("seen".utf8))
    #expect(pages.contents(of: "in.txt") == Array("seen".utf8))
    for name in ["out.txt", "outer/secret.txt", "none.txt", "", ".", "../secret.txt"] {
      #expect(pages.contents(of: name) == nil, "\(name)")
    }
  }

  @Test("says where a port is in use, or an address is not this machine's")
  func ports() async throws {
    let preview = try RunningPreview(in: folder)
    let address = try await preview.address
    let port = try #require(URL(string: address)?.port.flatMap { UInt16(exactly: $0) })
    let second = try RunningPreview(in: folder, port: port)
    #expect(try await second.status == "inputOutput")
    #expect(try await second.told("fault").hasPrefix("fault error: port \(port) is in use"))
    let elsewhere = try RunningPreview(in: folder, host: "203.0.113.7")
    #expect(try await elsewhere.status == "inputOutput")
    #expect(try await elsewhere.told("fault").contains("203.0.113.7 is no address of this machine"))
    try await preview.end()
    let nowhere = try RunningPreview(of: "none", in: folder)
    #expect(try await nowhere.status == "noInput")
  }

  @Test("goes on when a browser leaves while a page is sent")
  func leaving() async throws {
    try folder.write(String(repeating: "Words and more words.\n\n", count: 100_000), to: "long.md")
    let preview = try RunningPreview(in: folder)
    let address = try await preview.address
    #expect(try await Connection.answer(to: "/long.html", of: address).status == 200)
    for _ in 0..<20 {
      let connection = try Connection(to: address)
      connection.send("GET /long.html HTTP/1.1\r\nHost: localhost\r\n\r\n")
      _ = await connection.receive { $0.count > 10 }
    }
    #expect(try await Connection.answer(to: "/a.html", of: address).status == 200)
    try await preview.end()
  }

  @Test("tells a hundred open pages what changed")
  func manyPages() async throws {
    let preview = try RunningPreview(in: folder)
    let address = try await preview.address
    #expect(try await Connection.answer(to: "/a.html", of: address).status == 200)
    var followers: [Connection] = []
    for _ in 0..<100 { followers.append(try await .following("a.html", of: address)) }
    for number in 1...3 {
      try folder.write("# A\n\nWords \(number).\n", to: "a.md")
      for follower in followers {
        #expect(await follower.receive { $0.contains("Words \(number).") }.contains("Words"))
      }
    }
    try await preview.end()
  }

  @Test("keeps up with a file that changes all the time, and shows it as it is in the end")
  func flood() async throws {
    try folder.write("0", to: "data.txt")
    try folder.write("```swift\nprint(try contents(of: \"data.txt\"), \"!\")\n```\n", to: "a.md")
    let preview = try RunningPreview(in: folder)
    let address = try await preview.address
    #expect(try await Connection.answer(to: "/a.html", of: address).status == 200)
    let follower = try await Connection.following("a.html", of: address)
    try await preview.told("success a.md")
    for number in 1...300 {
      try folder.write("\(number)", to: "data.txt")
      try await Task.sleep(for: .milliseconds(5))
    }
    #expect(await follower.receive { $0.contains("300 !") }.contains("300 !"))
    #expect(preview.all.count { $0.hasPrefix("success") } < 150)
    try await preview.end()
  }

  /// What a page is once something is in it.
  private func loading(_ path: String, of address: String, until text: String) async throws
    -> String
  {
    while true {
      let page = try await Connection.answer(to: path, of: address).text
      if page.contains(text) { return page }
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  @Test(
    "tells a browser what changed since its page was loaded, when it opens its line",
    arguments: [("/a.html", "a.html"), ("/index.html", "index.html"), ("/.preview/", "")]
  )
  func changesBeforeLine(_ path: String, _ name: String) async throws {
    try folder.write("title: T\nchapters: [a.md, b.md]\n", to: "lectern.yml")
    try folder.write("# B\n", to: "b.md")
    let preview = try RunningPreview(in: folder)
    let address = try await preview.address
    let loaded = try await loading(path, of: address, until: ">A<")
    try folder.write("# Another\n", to: "a.md")
    // Heard, and nobody had a line by which to be told.
    _ = try await loading(path, of: address, until: "Another")
    let follower = try await Connection.following(name, loaded: loaded, of: address)
    #expect(await follower.receive { $0.contains("Another") }.contains("Another"))
    // And who has shown nothing else is told nothing.
    let now = try await loading(path, of: address, until: "Another")
    let other = try await Connection.following(name, loaded: now, of: address)
    let first = await other.receive { $0.contains("faults") }
    #expect(!first.contains("patch") && !first.contains("reload"))
    try await preview.end()
  }

  @Test(
    "has a page loaded anew that a browser has from an earlier run",
    arguments: ["a.html", "index.html", ""]
  )
  func earlierRun(_ name: String) async throws {
    try folder.write("title: T\nchapters: [a.md]\n", to: "lectern.yml")
    let preview = try RunningPreview(in: folder)
    let address = try await preview.address
    let earlier = #"data-version="7" data-session="earlier""#
    let follower = try await Connection.following(name, loaded: earlier, of: address)
    #expect(await follower.receive { $0.contains("reload") }.contains("reload"))
    try await preview.end()
  }

  @Test("heeds what changes while a page is made for the first time")
  func changesDuringFirstMaking() async throws {
    try folder.write("old", to: "data.txt")
    try folder.write(
      """
      First.

      ```swift
      import Foundation
      print(try contents(of: "data.txt"), "data")
      try "".write(toFile: "begun", atomically: true, encoding: .utf8)
      while !FileManager.default.fileExists(atPath: "gate") { usleep(1000) }
      ```

      """,
      to: "a.md"
    )
    try folder.write("```swift\nwhile true {}\n```\n\nEndless.\n", to: "b.md")
    try folder.write("outputs: [.]\n", to: "lectern.yml")
    let preview = try RunningPreview(in: folder)
    let address = try await preview.address
    // What it read changes before it ends, and nobody knew before that it would read it.
    _ = try await loading("/a.html", of: address, until: "First.")
    let follower = try await Connection.following("a.html", of: address)
    while !FileManager.default.fileExists(atPath: folder.path("begun")) {
      try await Task.sleep(for: .milliseconds(10))
    }
    try folder.write("new", to: "data.txt")
    try folder.write("", to: "gate")
    #expect(await follower.receive { $0.contains("new data") }.contains("new data"))
    // A newer text ends the program of the first one.
    _ = try await loading("/b.html", of: address, until: "Endless.")
    let other = try await Connection.following("b.html", of: address)
    try folder.write("Ended.\n", to: "b.md")
    #expect(await other.receive { $0.contains("Ended.") }.contains("Ended."))
    try await preview.end()
  }

  @Test("does not make a page for ever whose cells write what it shows")
  func ownWork() async throws {
    try folder.write(
      """
      ```swift
      import Foundation
      let old = Int((try? String(contentsOfFile: "count.txt", encoding: .utf8)) ?? "") ?? 0
      try "\\(old + 1)".write(toFile: "count.txt", atomically: true, encoding: .utf8)
      ```

      [count](count.txt)

      """,
      to: "a.md"
    )
    try folder.write("0", to: "count.txt")
    try folder.write("outputs: [.]\n", to: "lectern.yml")
    let preview = try RunningPreview(in: folder)
    let address = try await preview.address
    let follower = try await Connection.following("a.html", of: address)
    #expect(try await Connection.answer(to: "/a.html", of: address).status == 200)
    try await preview.told("success a.md")
    // While another page is made, which takes a while, this one would be made several times.
    try folder.write("```swift\nprint(1)\n```\n", to: "b.md")
    _ = await follower.receive { $0.contains("reload") || $0.contains("patch") }
    while try await Connection.answer(to: "/b.html", of: address).status != 200 {
      try await Task.sleep(for: .milliseconds(10))
    }
    try await preview.told("success b.md")
    #expect(try #require(Int(folder.read("count.txt"))) <= 3)
    try await preview.end()
  }

  @Test("does not mind ten thousand other files in the folder")
  func manyFiles() async throws {
    for number in 0..<10_000 { try folder.write("", to: "data/\(number % 10)/\(number).txt") }
    for number in 0..<10_000 { try folder.write("", to: "\(number).txt") }
    let preview = try RunningPreview(in: folder)
    let address = try await preview.address
    #expect(try await Connection.answer(to: "/a.html", of: address).status == 200)
    let follower = try await Connection.following("a.html", of: address)
    for number in 0..<1000 { try folder.write("x", to: "\(number).txt") }
    try folder.write("# B\n", to: "a.md")
    #expect(await follower.receive { $0.contains(">B</h1>") }.contains(">B</h1>"))
    #expect(preview.all.count { $0.hasPrefix("success") } <= 3)
    try await preview.end()
  }
}
