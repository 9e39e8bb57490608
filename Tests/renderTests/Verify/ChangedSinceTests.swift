import Files
import Foundation
import TestSupport
import Testing

@testable import NotebookProject
@testable import render

@Suite("Documents that changed since a revision", .serialized)
struct ChangedSinceTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private let cell = "```swift\n1 + 1  // => 2\n```\n"

  private func git(_ arguments: String...) async throws {
    let identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    let program = try Program(
      "/usr/bin/git",
      ["-C", folder.path("package")] + identity + arguments,
      in: folder
    )
    let result = try await program.result()
    #expect(result.status == 0, "\(result.errors)")
  }

  /// A package with documents of which each depends on something else.
  private func begin() async throws {
    try folder.write(
      """
      // swift-tools-version: 6.0
      import PackageDescription
      let package = Package(
        name: "Shapes",
        targets: [
          .target(name: "Base"), .target(name: "Shapes", dependencies: ["Base"]),
          .target(name: "Other"),
        ]
      )
      """,
      to: "package/Package.swift"
    )
    for (name, text) in [
      "Base": "", "Shapes": "/// ```\n/// 1\n/// ```\npublic let s = 1\n", "Other": "",
    ] {
      try folder.write(text, to: "package/Sources/\(name)/\(name).swift")
    }
    try folder.write("```swift\nimport Shapes\n```\n", to: "package/shapes.md")
    try folder.write("```swift\nimport struct Other.X\n```\n", to: "package/other.md")
    try folder.write(
      "```swift\ntry contents(of: \"data/a.csv\")\n```\n",
      to: "package/Docs/reads.md"
    )
    try folder.write("---\ninputs: [data]\n---\n", to: "package/Docs/inputs.md")
    try folder.write("1\n", to: "package/Docs/data/a.csv")
    try folder.write("let p = 1\n", to: "package/Ruled/prelude.swift.txt")
    try folder.write("verify: {prelude: prelude.swift.txt}\n", to: "package/Ruled/lectern.yml")
    try folder.write(cell, to: "package/Ruled/ruled.md")
    try folder.write(cell, to: "package/plain.md")
    try await git("init", "--quiet", "-b", "main")
    try await git("add", ".")
    try await git("commit", "--quiet", "-m", "All")
  }

  /// The documents that are checked, without their folder.
  private func changed(since revision: String = "main") async throws -> [String] {
    let files = FileView()
    let (reading, projects) = (DocumentReading(files), ProjectFinder(files))
    let search = DocumentSearch(reading.modules, projects, files)
    let found = search.find([folder.path("package")])
    var documents = ChangedDocuments(since: revision, reading.modules, projects, files)
    return try documents.part(of: found.files).map { String(folder.relative($0).dropFirst(8)) }
  }

  @Test("are those that differ, were renamed, are new, or depend on what did")
  func dependences() async throws {
    try await begin()
    #expect(try await changed() == [])

    try folder.write(cell + "\nMore.\n", to: "package/plain.md")
    try folder.write(cell, to: "package/new.md")
    #expect(try await changed() == ["new.md", "plain.md"])
    try await git("checkout", "--quiet", "-b", "branch")
    try await git("add", ".")
    try await git("mv", "plain.md", "renamed.md")
    #expect(try await changed() == ["new.md", "renamed.md"])
    try await git("commit", "--quiet", "-m", "Rename")
    #expect(try await changed() == ["new.md", "renamed.md"])
    // What others do on main meanwhile is none of this branch's changes.
    try await git("checkout", "--quiet", "main")
    try folder.write("Others.\n", to: "package/other.md")
    try await git("commit", "--quiet", "-a", "-m", "Other")
    try await git("checkout", "--quiet", "branch")
    #expect(try await changed() == ["new.md", "renamed.md"])
    #expect(try await changed(since: "branch") == [])

    let cases: [(path: String, documents: [String])] = [
      ("Docs/data/a.csv", ["Docs/inputs.md", "Docs/reads.md"]),
      ("Docs/data/b.csv", ["Docs/inputs.md"]),
      ("Ruled/prelude.swift.txt", ["Ruled/ruled.md"]),
      ("Sources/Base/Base.swift", ["Sources/Shapes/Shapes.swift", "shapes.md"]),
      ("Sources/Other/New.swift", ["other.md"]),
    ]
    for (path, documents) in cases {
      try folder.write("// changed\n", to: "package/" + path)
      #expect(try await changed(since: "branch").sorted() == documents.sorted(), "\(path)")
      try await git("stash", "--quiet", "--include-untracked")
    }
    let manifest = try folder.read("package/Package.swift")
    try folder.write(manifest + "\n", to: "package/Package.swift")
    #expect(
      try await changed(since: "branch") == [
        "Sources/Shapes/Shapes.swift", "other.md", "shapes.md",
      ]
    )
  }

  @Test("are told by their number, and nothing else is checked")
  func number() async throws {
    try await begin()
    try folder.write(cell, to: "package/new.md")
    let verified = await Verified("package", in: folder) { $0.revision = "main" }
    #expect(verified.status == .success)
    #expect(
      verified.errors == "since 'main': note: of 8 documents 1 changed, or depend on what changed\n"
    )
    #expect(verified.output == "1 document, 1 cell run, 1 promise kept\n")
  }

  @Test("are not known without a repository, or of a revision that is not there")
  func faults() async throws {
    try folder.write(cell, to: "loose/a.md")
    let loose = await Verified("loose", in: folder) { $0.revision = "main" }
    #expect(loose.status == .inputOutput)
    #expect(
      loose.errors.contains("error: what changed is asked of git, and it says 'fatal: not a git")
    )
    #expect(loose.output == "no documents, no cells run, no promises\n")
    try await begin()
    for revision in ["nowhere", "--all", "main^5"] {
      let unknown = await Verified("package", in: folder) { $0.revision = revision }
      #expect(unknown.status == .usage)
      #expect(
        unknown.errors.contains(
          "error: git knows no revision '\(revision)' here\n  = help: correct"
        )
      )
    }
  }
}
