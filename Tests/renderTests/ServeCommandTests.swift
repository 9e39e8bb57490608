import Foundation
import TestSupport
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

@Suite("render serve")
struct ServeCommandTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test("is ended by Ctrl-C at once, with the program of a cell, and leaves nothing")
  func ending() async throws {
    try folder.write(
      """
      ```swift
      import Foundation
      try "\\(getpid())".write(toFile: "running", atomically: true, encoding: .utf8)
      while true { usleep(1000) }
      ```

      """,
      to: "a.md"
    )
    try folder.write("", to: "temporary/none")
    let output = folder.path("address")
    let program = try Program(
      "/bin/sh",
      ["-c", "exec \"$RENDER\" serve --port 0 --sandbox off >\"\(output)\""],
      environment: ["RENDER": Program.render, "TMPDIR": folder.path("temporary")],
      in: folder
    )
    func waiting(for name: String) async throws -> String {
      while true {
        if let text = try? folder.read(name), !text.isEmpty { return text }
        try #require(program.isRunning)
        try await Task.sleep(for: .milliseconds(20))
      }
    }
    let address = try await waiting(for: "address").split(separator: "\n")[0]
    let url = try #require(URL(string: address + "a.html"))
    let (page, _) = try await URLSession.shared.data(from: url)
    #expect(String(decoding: page, as: UTF8.self).contains("usleep"))
    let cell = try #require(pid_t(await waiting(for: "running")))
    kill(program.id, SIGINT)
    let result = try await program.result()
    #expect(result.signal == SIGINT)
    // It may wait for its new parent to take note of its end.
    while kill(cell, 0) == 0, !isZombie(cell) { try await Task.sleep(for: .milliseconds(5)) }
    #expect(try folder.files(in: "temporary") == ["none"])
    #expect(try folder.names().filter { $0.hasSuffix(".html") } == [])
  }

  @Test("listens where it is told to, and has the browser opened at that address")
  func openingBrowser() async throws {
    try folder.write("# A\n", to: "a.md")
    let opened = folder.path("opened")
    let browser = try folder.write("#!/bin/sh\necho \"$1\" >'\(opened)'\n", to: "bin/xdg-open")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: browser)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let program = try Program(
      Program.render,
      ["serve", "--port", "0", "--host", "127.0.0.2", "--open"],
      environment: ["PATH": folder.path("bin") + ":" + path],
      in: folder
    )
    var address = ""
    while !address.hasSuffix("\n") {
      try #require(program.isRunning)
      try await Task.sleep(for: .milliseconds(20))
      address = (try? folder.read("opened")) ?? ""
    }
    #expect(address.hasPrefix("http://127.0.0.2:"))
    let url = try #require(URL(string: address.dropLast() + "a.html"))
    let (page, _) = try await URLSession.shared.data(from: url)
    #expect(String(decoding: page, as: UTF8.self).contains("<h1"))
    kill(program.id, SIGINT)
    #expect(try await program.result().output.hasPrefix(address))
  }

  private func isZombie(_ process: pid_t) -> Bool {
    let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    return status?.contains(") Z ") ?? true
  }

  #if os(Linux)
    @Test("goes on when the disk is full, and shows the page when it is not any more")
    func fullDisk() async throws {
      try folder.write(Data(count: 100_000), to: "large.bin")
      try folder.write("One, and [more](large.bin).\n", to: "a.md")
      let output = folder.path("address")
      try folder.write("", to: "address")
      // Past the limit on a file's size write() fails as it does on a full disk.
      let program = try Program(
        "/bin/bash",
        ["-c", "ulimit -f 8; trap '' XFSZ; exec \"$RENDER\" serve --port 0 >\"\(output)\""],
        environment: ["RENDER": Program.render],
        in: folder
      )
      while try folder.read("address").isEmpty { try await Task.sleep(for: .milliseconds(10)) }
      let url = try #require(
        URL(string: folder.read("address").split(separator: "\n")[0] + "a.html")
      )
      func page() async throws -> String {
        String(decoding: try await URLSession.shared.data(from: url).0, as: UTF8.self)
      }
      #expect(try await page().contains("not made yet"))
      try folder.write("Two.\n", to: "a.md")
      while try await !page().contains("Two.") { try await Task.sleep(for: .milliseconds(10)) }
      kill(program.id, SIGINT)
      #expect(
        try await program.result().errors.contains("the page cannot be written: File too large")
      )
    }
  #endif

  @Test(
    "says what it does not understand",
    arguments: [
      (["--host", "example.org"], 64, "'example.org' is invalid for '--host <address>'"),
      (["--port", "70000"], 64, "'70000' is invalid for '--port <number>'"),
      (["--editor", "a 'b"], 64, "is invalid for '--editor <command>'"),
      (["none"], 66, "none"),
    ]
  )
  func wrongUse(_ arguments: [String], _ status: Int, _ message: String) async throws {
    let result = try await Program(Program.render, ["serve"] + arguments, in: folder).result()
    #expect(result.status == status)
    #expect(result.errors.contains(message))
  }
}
