import Files
import Foundation
import TestSupport
import Testing

@Suite("A folder that is removed")
struct FolderTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test("goes with all that is in it, and what its links lead to stays")
  func content() throws {
    try folder.write("kept", to: "kept")
    try Folder.make(folder.path("a/b/c"))
    try folder.write("one", to: "a/b/c/one")
    #expect(symlink(folder.path("kept"), folder.path("a/b/link")) == 0)
    try Folder.remove(folder.path("a"))
    #expect(try folder.names() == ["kept"])
    try Folder.remove(folder.path("a"))
  }

  #if os(Linux)
    @Test("goes with names that are no text")
    func names() throws {
      try Folder.make(folder.path("a"))
      var path = Array((folder.path("a") + "/").utf8CString.dropLast()) + [CChar(bitPattern: 0xff)]
      path += [0]
      let descriptor = open(path, O_WRONLY | O_CREAT, 0o600)
      #expect(descriptor >= 0)
      close(descriptor)
      try Folder.remove(folder.path("a"))
      #expect(try folder.names() == [])
    }
  #endif

  @Test("goes while somebody still writes into it")
  func writer() async throws {
    for _ in 0..<20 {
      try Folder.make(folder.path("a/p0"))
      let path = folder.path("a/p0/main.o")
      // Writes until there is no folder to write into.
      let (isOver, over) = AsyncStream<Void>.makeStream()
      Thread.detachNewThread {
        while true {
          let descriptor = open(path, O_WRONLY | O_CREAT, 0o600)
          if descriptor < 0, errno == ENOENT { break }
          close(descriptor)
          usleep(20)
        }
        over.finish()
      }
      while !FileManager.default.fileExists(atPath: path) { await Task.yield() }
      try Folder.remove(folder.path("a"))
      for await _ in isOver {}
      #expect(try folder.names() == [])
    }
  }
}
