import Files
import Foundation
import TestSupport
import Testing

@Suite("Paths")
struct PathTests {
  @Test("are joined, and lie beside one another")
  func joining() {
    #expect(Paths.join("a", "b") == "a/b")
    #expect(Paths.join("a/", "b") == "a/b")
    #expect(Paths.path("b", beside: "a") == "b")
    #expect(Paths.path("b", beside: "a/c") == "a/b")
    #expect(Paths.path("/b", beside: "a/c") == "/b")
  }

  @Test("are compared by their bytes, and files by what all their names have in common")
  func keys() throws {
    #expect(PathKey("\u{E9}") != PathKey("e\u{301}"))
    #expect(PathKey("a") < PathKey("b"))
    #expect(PathKey("a/b").begins(with: PathKey("a/")))
    let folder = try ScratchFolder()
    try folder.write("", to: "a")
    try FileManager.default.createSymbolicLink(atPath: folder.path("b"), withDestinationPath: "a")
    #expect(PathKey(real: folder.path("b")) == PathKey(real: folder.path("a")))
    #expect(PathKey(real: folder.path("none/../c")) == PathKey(folder.path("c")))
  }
}

@Suite("A lock")
struct LockFileTests {
  @Test("is held by one at a time, and goes with the last")
  func holding() async throws {
    let folder = try ScratchFolder()
    let path = folder.path("a.lock")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<3 {
        group.addTask {
          try await LockFile.holding(path) {
            // Whoever waits for this one, finds the file's place empty.
            _ = try PartialFile(at: path + ".part")
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try folder.names() == [])
  }
}
