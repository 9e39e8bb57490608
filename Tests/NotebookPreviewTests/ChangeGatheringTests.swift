import Files
import Testing

@testable import NotebookPreview

@Suite("Changes that are heard of")
struct ChangeGatheringTests {
  @Test("come at once of a file that is whole, without others of which half is written")
  func wholeFirst() async {
    let (stream, continuation) = AsyncStream.makeStream(of: FileChanges.self)
    let gathering = ChangeGathering { continuation.yield($0) }
    gathering.add([
      WatchedChange(path: "/a/half.md", isContent: true),
      WatchedChange(path: "/a/whole.md", isContent: true, isWhole: true),
    ])
    var iterator = stream.makeAsyncIterator()
    #expect(await iterator.next()?.paths == ["/a/whole.md"])
    #expect(await iterator.next()?.paths == ["/a/half.md"])
  }

  @Test("come of a file that never rests, too")
  func restless() async throws {
    let (stream, continuation) = AsyncStream.makeStream(of: FileChanges.self)
    let gathering = ChangeGathering { continuation.yield($0) }
    let writing = Task {
      while !Task.isCancelled {
        gathering.add([WatchedChange(path: "/a/log.txt", isContent: true)])
        try await Task.sleep(for: .milliseconds(5))
      }
    }
    for await changes in stream {
      #expect(changes.paths == ["/a/log.txt"])
      break
    }
    writing.cancel()
  }

  @Test("are all that there may be where they could not be told")
  func overflow() async {
    let (stream, continuation) = AsyncStream.makeStream(of: FileChanges.self)
    let gathering = ChangeGathering { continuation.yield($0) }
    gathering.add([WatchedChange()])
    var iterator = stream.makeAsyncIterator()
    #expect(await iterator.next()?.isEverything == true)
  }
}
