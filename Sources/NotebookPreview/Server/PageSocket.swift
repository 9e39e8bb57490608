import FlyingFox
import Foundation

/// The line between the server and one browser that shows a page.
struct PageSocket: WSMessageHandler {
  let preview: Preview
  let page: String
  /// The version of the page that the browser shows; -1 where it is of another run of the server.
  let version: Int?
  let point: @Sendable (_ page: String, _ line: Int) async -> Void

  /// What a browser says.
  private struct Word: Decodable {
    /// The line that its reader points at.
    var line: Int?
    /// Whether the reader sees the page.
    var isSeen: Bool?
    /// The browser has lost the thread: the version that it shows.
    var shows: Int?
  }

  func makeMessages(for client: AsyncStream<WSMessage>) async throws -> AsyncStream<WSMessage> {
    let messages = await preview.follow(page, from: version)
    let (stream, continuation) = AsyncStream.makeStream(
      of: WSMessage.self,
      // A browser that does not read loses the thread, and asks for the whole page.
      bufferingPolicy: .bufferingNewest(256)
    )
    let sending = Task {
      for await text in messages { continuation.yield(.text(text)) }
      continuation.finish()
    }
    let hearing = Task {
      for await case .text(let text) in client { await hear(text) }
      // The browser has left.
      sending.cancel()
      continuation.finish()
    }
    continuation.onTermination = { _ in
      sending.cancel()
      hearing.cancel()
    }
    return stream
  }

  private func hear(_ text: String) async {
    guard let word = try? JSONDecoder().decode(Word.self, from: Data(text.utf8)) else { return }
    if let line = word.line, line > 0 { await point(page, line) }
    if word.isSeen == true { await preview.look(at: page) }
    if let version = word.shows { await preview.catchUp(page, from: version) }
  }
}
