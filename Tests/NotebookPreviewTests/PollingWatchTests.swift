import Files
import Foundation
import TestSupport
import Testing

@testable import NotebookPreview

@Suite("A watch that looks again and again")
struct PollingWatchTests {
  @Test("hears of files that change, come and go in its folders, and of no others")
  func changes() async throws {
    let folder = try ScratchFolder()
    let kept = try folder.write("one", to: "a/kept.md")
    let gone = try folder.write("one", to: "a/gone.md")
    try folder.write("one", to: "b/other.md")
    let (stream, continuation) = AsyncStream.makeStream(of: [WatchedChange].self)
    let watch = PollingWatch(every: .milliseconds(10)) { continuation.yield($0) }
    watch.watch([folder.path("a")])
    try folder.write("another", to: "b/other.md")
    try folder.write("another text", to: "a/kept.md")
    try FileManager.default.removeItem(atPath: gone)
    let new = try folder.write("one", to: "a/new.md")
    var heard: [String: Bool] = [:]
    for await changes in stream {
      for change in changes { heard[change.path ?? ""] = change.isEntry }
      if heard.count == 3 { break }
    }
    #expect(heard == [kept: false, gone: true, new: true])
  }
}
