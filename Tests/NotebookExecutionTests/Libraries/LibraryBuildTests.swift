import Foundation
import LibrarySources
import Testing

@testable import NotebookExecution

@Suite("Libraries compiled by the user's compiler")
struct LibraryBuildTests {
  private static let lower = LibrarySource(
    name: "Lower",
    dependencies: [],
    files: [.init(name: "Deep/One.swift", text: "package func one() -> Int { two / 2 }\n")]
      + [.init(name: "Two.swift", text: "let two = 2\n")]
  )
  private static let upper = LibrarySource(
    name: "Upper",
    dependencies: ["Lower"],
    files: [.init(name: "Upper.swift", text: "import Lower\npublic func up() -> Int { one() }\n")]
  )

  @Test("are compiled once, whoever asks, and by one of all who ask at once")
  func once() async throws {
    let place = try Place()
    defer { place.remove() }
    let build = try place.build(Self.lower)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        // Each is alone, as another process would be.
        group.addTask { try await build.ensure(WorkSlots(1)) }
      }
      try await group.waitForAll()
    }
    try await place.build(Self.lower).ensure(WorkSlots(1))
    #expect(try place.calls == 1)
    #expect(try place.content.count == 1)
  }

  @Test("import those that they need, and a program imports and links them")
  func dependencies() async throws {
    let place = try Place()
    defer { place.remove() }
    let lower = try place.build(Self.lower)
    let upper = try place.build(Self.upper, needing: [("Lower", lower.module)])
    try await lower.ensure(WorkSlots(1))
    try await upper.ensure(WorkSlots(1))
    #expect(upper.module.dependencies == ["Lower"])
    let modules = ["Lower": lower.module, "Upper": upper.module]
    let trial = try await Trial(
      "```swift\nimport Upper\nup()\n```\n",
      libraries: NotebookLibraries(modules: modules)
    )
    #expect(trial.dump == "piece @1: ran\n  val| 1\n")
  }

  @Test("lie elsewhere once a source is changed, their own or that of one that they need")
  func change() throws {
    let place = try Place()
    defer { place.remove() }
    let changed = LibrarySource(
      name: "Lower",
      dependencies: [],
      files: Self.lower.files.dropLast() + [.init(name: "Two.swift", text: "let two = 4\n")]
    )
    let modules = try [Self.lower, changed].map { try place.build($0).module }
    #expect(modules[0].key != modules[1].key)
    #expect(modules[0].file != modules[1].file)
    let upper = try modules.map { try place.build(Self.upper, needing: [("Lower", $0)]).module }
    #expect(upper[0].key != upper[1].key)
  }

  @Test("are made anew where a file is cut short or gone", arguments: ["o", "swiftmodule"])
  func damage(_ ending: String) async throws {
    let place = try Place()
    defer { place.remove() }
    let build = try place.build(Self.lower)
    try await build.ensure(WorkSlots(1))
    let path = try #require(
      [build.module.file, build.module.objects.first].compactMap { $0 }
        .first { $0.hasSuffix("." + ending) }
    )
    let whole = try Data(contentsOf: URL(filePath: path)).count
    for damage in [{ truncate(path, 100) }, { unlink(path) }] {
      #expect(damage() == 0)
      try await build.ensure(WorkSlots(1))
      #expect(build.isDone)
      // One compilation differs from another in a few bytes.
      #expect(abs(try Data(contentsOf: URL(filePath: path)).count - whole) < whole / 10)
    }
    #expect(try place.calls == 3)
  }

  @Test("that the compiler refuses are told with its reason, and leave nothing")
  func refusal() async throws {
    let place = try Place()
    defer { place.remove() }
    let wrong = LibrarySource(
      name: "Wrong",
      dependencies: [],
      files: [.init(name: "Wrong.swift", text: "let wrong: Int = \"\"\n")]
    )
    let build = try place.build(wrong)
    let failure = await #expect(throws: LibraryFault.self) {
      try await build.ensure(WorkSlots(1))
    }
    let text = try #require(failure).diagnostic(path: "a.md")
    #expect(text.message.hasPrefix("'Wrong', which notebooks import, does not compile with '/"))
    #expect(text.help?.contains("cannot convert value of type 'String'") == true)
    #expect(try place.content == [])
  }

  @Test("that cannot be written are told with what to do")
  func unwritable() async throws {
    let place = try Place()
    defer { place.remove() }
    try Data().write(to: URL(filePath: place.libraries))
    let build = try place.build(Self.lower)
    let failure = await #expect(throws: LibraryFault.self) {
      try await build.ensure(WorkSlots(1))
    }
    let text = try #require(failure).diagnostic(path: "a.md")
    #expect(text.message.hasPrefix("'Lower', which notebooks import, cannot be compiled: "))
    #expect(text.help == "set XDG_CACHE_HOME to a folder that can be written")
  }

  @Test("that nobody has imported for long, and what ended processes left, go when one is compiled")
  func removal() async throws {
    let place = try Place()
    defer { place.remove() }
    let manager = FileManager.default
    try manager.createDirectory(
      atPath: place.libraries + "/lectern-run-left/sources",
      withIntermediateDirectories: true
    )
    try await place.build(Self.lower).ensure(WorkSlots(1))
    #expect(try place.content.map { $0.prefix(6) } == ["Lower-"])
    let old = try #require(try place.content.first)
    try manager.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -90 * 86400)],
      ofItemAtPath: "\(place.libraries)/\(old)/sizes"
    )
    let other = LibrarySource(name: "Other", dependencies: [], files: Self.lower.files)
    try await place.build(other).ensure(WorkSlots(1))
    #expect(try place.content.map { $0.prefix(6) } == ["Other-"])
  }

  @Test("stay while they are used")
  func use() async throws {
    let place = try Place()
    defer { place.remove() }
    let build = try place.build(Self.lower)
    try await build.ensure(WorkSlots(1))
    let list = "\(place.libraries)/\(try #require(try place.content.first))/sizes"
    let past = Date(timeIntervalSinceNow: -90 * 86400)
    let manager = FileManager.default
    try manager.setAttributes([.modificationDate: past], ofItemAtPath: list)
    try await build.ensure(WorkSlots(1))
    let used = try manager.attributesOfItem(atPath: list)[.modificationDate] as? Date
    #expect(try #require(used) > past.addingTimeInterval(86400))
  }
}

/// A folder with a cache, and with a compiler that counts how often it is called.
private struct Place {
  private let fixture: FixturePackage
  private let compiler: String
  private var log: String { fixture.folder.appending(path: "calls").path }
  var libraries: String { fixture.folder.appending(path: "libraries").path }

  init() throws {
    fixture = try FixturePackage([:])
    let swiftc = try #require(Toolchain.find("swiftc"), "there is no 'swiftc' on the PATH")
    let log = fixture.folder.appending(path: "calls").path
    compiler = try fixture.tool("echo >> '\(log)'\nexec '\(swiftc)' \"$@\"")
  }

  func build(
    _ source: LibrarySource,
    needing needed: [(name: String, module: NotebookLibraries.Module)] = []
  ) throws -> LibraryBuild {
    let toolchain = try #require(Toolchain(compiler: compiler))
    return LibraryBuild(source, needing: needed, with: toolchain, in: libraries)
  }

  /// How often the compiler was called.
  var calls: Int { get throws { try String(contentsOfFile: log, encoding: .utf8).count } }

  /// What lies among the libraries.
  var content: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: libraries).sorted() }
  }

  func remove() { fixture.remove() }
}
