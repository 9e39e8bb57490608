import Foundation
import TestSupport
import Testing

@testable import Files

@Suite("Changes of files")
struct FileChangesTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func watched(_ name: String, _ use: FileDependency.Use) -> WatchedFile {
    WatchedFile(FileDependency(path: folder.path(name), use: use))
  }

  /// Which uses of a file something concerns.
  private func uses(
    of name: String,
    concernedBy change: (inout FileChanges) -> Void
  ) -> [FileDependency.Use] {
    var changes = FileChanges()
    change(&changes)
    return [.content, .excerpt, .names, .presence].filter { changes.concern(watched(name, $0)) }
  }

  @Test("of the content concern those who read it")
  func content() throws {
    try folder.write("a", to: "a.txt")
    #expect(uses(of: "a.txt") { $0.add(content: folder.path("a.txt")) } == [.content, .excerpt])
    #expect(uses(of: "b.txt") { $0.add(content: folder.path("a.txt")) } == [])
  }

  @Test("by which it comes or goes concern all, also what lies in a folder that does")
  func entries() throws {
    try folder.write("a", to: "sub/a.txt")
    let all: [FileDependency.Use] = [.content, .excerpt, .names, .presence]
    #expect(uses(of: "sub/a.txt") { $0.add(entry: folder.path("sub/a.txt")) } == all)
    #expect(uses(of: "sub/a.txt") { $0.add(entry: folder.path("sub")) } == all)
    #expect(uses(of: "missing/a.txt") { $0.add(entry: folder.path("missing")) } == all)
    #expect(uses(of: "sub/a.txt") { $0.add(entry: folder.path("su")) } == [])
  }

  @Test("in a folder concern those who list it, or read all of it")
  func folders() throws {
    try folder.write("a", to: "sub/a.txt")
    #expect(uses(of: "sub") { $0.add(entry: folder.path("sub/b.txt")) } == [.content, .names])
    #expect(uses(of: "sub") { $0.add(content: folder.path("sub/a.txt")) } == [.content])
  }

  @Test("that are too many concern everybody")
  func everything() {
    let all: [FileDependency.Use] = [.content, .excerpt, .names, .presence]
    #expect(uses(of: "a.txt") { $0.formUnion(.everything) } == all)
  }

  @Test("show where a link stands, and where it leads")
  func links() throws {
    try folder.write("a", to: "real/a.txt")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link.txt"),
      withDestinationPath: "real/a.txt"
    )
    #expect(
      uses(of: "link.txt") { $0.add(content: folder.path("real/a.txt")) } == [.content, .excerpt]
    )
    #expect(uses(of: "link.txt") { $0.add(entry: folder.path("link.txt")) }.count == 4)
    #expect(
      watched("link.txt", .content).folders == [folder.url.path, folder.path("real")]
    )
  }

  @Test("are looked for in the nearest folder that is there")
  func missingFolders() throws {
    #expect(watched("x/y/z.txt", .content).folders == [folder.url.path])
    try folder.write("a", to: "sub/a.txt")
    #expect(watched("sub", .names).folders == [folder.url.path, folder.path("sub")])
    #expect(watched("sub/a.txt", .content).folders == [folder.path("sub")])
  }

  @Test("have the same places however a path is written")
  func spellings() throws {
    try folder.write("a", to: "sub/a.txt")
    let plain = watched("sub/a.txt", .content)
    #expect(watched("sub/../sub/./a.txt", .content) == plain)
    #expect(watched("sub/.", .names).places == [folder.path("sub")])
  }
}
