import Foundation
import TestSupport
import Testing

@testable import NotebookExecution
@testable import NotebookProject

/// What the machine is like on which the program runs.
@Suite("Surroundings")
struct SurroundingsTests {
  private let folder: ScratchFolder
  private let notebook = """
    ```swift
    import Foundation
    1 + 1  // => 2
    ```

    ```swift should-crash
    let none: Int? = nil
    none!  // crash: nil
    ```

    ```swift compile-fail
    let text: String = 1  // error: cannot convert
    ```

    """

  init() throws {
    folder = try ScratchFolder()
    try folder.write(notebook, to: "a.md")
  }

  private func verify(
    _ path: String = "a.md",
    limit: String = ":",
    in environment: [String: String] = [:]
  ) async throws -> Program.Result {
    let all = environment.merging(["RENDER": try Program.render, "NOTEBOOK": path]) { $1 }
    return try await Program(
      "/bin/bash",
      ["-c", "\(limit); exec \"$RENDER\" verify --jobs 2 \"$NOTEBOOK\""],
      environment: all,
      in: folder
    ).result()
  }

  private func expectKept(_ result: Program.Result) {
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(result.output.hasPrefix("1 document, 2 cells run, 5 promises kept"))
  }

  @Test(
    "may have any names",
    arguments: ["a%b", "%s %n", "ä b", "q'u\"o", "tab\tx", "line\nx", "$HOME `x`", "back\\slash"]
  )
  func names(_ name: String) async throws {
    for place in ["temporary", "home"] { try folder.write("", to: "\(place)/\(name)/file") }
    try folder.write(notebook, to: "\(name)/\(name).md")
    // The libraries that are compiled already, by another way.
    let cache = folder.path("home/\(name)/.cache")
    try FileManager.default.createDirectory(atPath: cache, withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(
      atPath: cache + "/lectern",
      withDestinationPath: ToolCache.usual.get().folder
    )
    let result = try await verify(
      "\(name)/\(name).md",
      in: [
        "TMPDIR": folder.path("temporary/\(name)"), "HOME": folder.path("home/\(name)"),
        "XDG_CACHE_HOME": "",
      ]
    )
    expectKept(result)
    #expect(try folder.files(in: "temporary/\(name)") == ["file"])
  }

  @Test(
    "may lack folders that can be written",
    arguments: [
      ["HOME": "/dev/null/x", "XDG_CACHE_HOME": ""], ["HOME": "", "XDG_CACHE_HOME": "/dev/null"],
      ["TMPDIR": "/nowhere/x"], ["TMPDIR": "/dev/null"], ["TMPDIR": ""],
    ]
  )
  func folders(_ environment: [String: String]) async throws {
    expectKept(try await verify(in: environment))
  }

  @Test(
    "without a compiler that works are told",
    arguments: [
      (nil, "there is no 'swiftc' on the PATH"),
      ("#!/bin/sh\nexit 3\n", "swiftc --version' works"),
      ("#!/bin/sh\nexit 0\n", "swiftc --version' works"),
      ("#!/bin/sh\nkill -SEGV $$\n", "swiftc --version' works"),
      (
        "#!/bin/sh\necho '<unknown>: no libLTO.so' >&2\nexit 127\n", "it says: <unknown>: no libLTO"
      ),
      ("#!/nowhere/sh\n", "swiftc' cannot be started"), ("no program", "swiftc' cannot be started"),
    ]
  )
  func compilers(_ script: String?, _ words: String) async throws {
    if let script {
      let path = try folder.write(script, to: "bin/swiftc")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }
    let path = script == nil ? "/nowhere" : folder.path("bin") + ":/usr/bin:/bin"
    let result = try await verify(in: ["PATH": path])
    #expect(result.status == 1)
    #expect(result.errors.contains(words), "\(result.errors)")
  }

  @Test(
    "that allow few open files are told, or suffice",
    arguments: [8, 12, 20, 23, 24, 32, 41, 42]
  )
  func descriptors(_ count: Int) async throws {
    let result = try await verify(limit: "ulimit -n \(count)")
    switch count {
    case ..<24:
      #expect(result.status == 74)
      #expect(result.errors.hasPrefix("error: only \(count) files may be open at once"))
    case ..<42:
      #expect(result.status == 1)
      #expect(result.errors.contains("where only \(count) files may be open at once"))
    default: expectKept(result)
    }
    #expect(!result.errors.contains("exit"))
    #expect(!result.errors.contains("changed"))
  }

  @Test("that allow more open files when they are asked give more")
  func softLimit() async throws {
    expectKept(try await verify(limit: "ulimit -Sn 20"))
  }
}
