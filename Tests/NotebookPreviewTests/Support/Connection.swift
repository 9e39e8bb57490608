import Foundation
import Processes
import Synchronization
import Testing

/// A connection to a preview, over which a test sends what no browser would.
final class Connection: Sendable {
  private let descriptor: Int32
  /// What came behind what was waited for.
  private let rest = Mutex<[UInt8]>([])

  /// - Parameter address: as the preview prints it.
  init(to address: String) throws {
    let port = try #require(URL(string: address)?.port.flatMap { UInt16(exactly: $0) })
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_port = port.bigEndian
    place.sin_addr.s_addr = inet_addr("127.0.0.1")
    var limit = timeval(tv_sec: Patience.limit, tv_usec: 0)
    setsockopt(
      descriptor,
      SOL_SOCKET,
      SO_RCVTIMEO,
      &limit,
      socklen_t(MemoryLayout<timeval>.size)
    )
    let result = withUnsafePointer(to: &place) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    try #require(result == 0, "\(address) cannot be reached: \(String(cString: strerror(errno)))")
  }

  deinit { close(descriptor) }

  func send(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Foundation.send(descriptor, $0.baseAddress, $0.count, 0) }
  }

  /// What comes, until something is in it or nothing more comes.
  func receive(until isEnough: @escaping @Sendable (String) -> Bool = { _ in false }) async
    -> String
  {
    let begun = rest.withLock { rest in
      defer { rest = [] }
      return rest
    }
    return await WaitingThreads.result { [descriptor] in
      var all = begun
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while !isEnough(String(decoding: all, as: UTF8.self)) {
        let count = recv(descriptor, &buffer, buffer.count, 0)
        guard count > 0 else { break }
        all += buffer[..<count]
      }
      return String(decoding: all, as: UTF8.self)
    }
  }

  /// Asks for something, and gives the answer's status and body.
  static func answer(
    to path: String,
    method: String = "GET",
    headers: [String] = ["Host: 127.0.0.1"],
    of address: String
  ) async throws -> (status: Int, text: String) {
    let connection = try Connection(to: address)
    let lines = ["\(method) \(path) HTTP/1.1"] + headers + ["Connection: close", "", ""]
    connection.send(lines.joined(separator: "\r\n"))
    let text = await connection.receive()
    let status = text.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    return (try #require(status, "\(text)"), text)
  }

  /// Follows a page, as the preview's script does.
  /// - Parameter loaded: the page as it was given, by which the script knows what it shows.
  static func following(
    _ page: String,
    loaded: String = "",
    of address: String
  ) async throws -> Connection {
    let connection = try Connection(to: address)
    var query = "page=\(page)"
    if let shown = loaded.firstMatch(of: /data-version="(\d+)" data-session="([^"]+)"/) {
      query += "&version=\(shown.output.1)&session=\(shown.output.2)"
    }
    let lines = [
      "GET /.preview/socket?\(query) HTTP/1.1", "Host: 127.0.0.1", "Connection: Upgrade",
      "Upgrade: websocket", "Sec-WebSocket-Version: 13",
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "", "",
    ]
    connection.send(lines.joined(separator: "\r\n"))
    let answer = await connection.receive { $0.contains("\r\n\r\n") }
    try #require(answer.contains(" 101 "), "\(answer)")
    // The first messages may come with it.
    let messages = answer.utf8.split(separator: "\r\n\r\n".utf8, maxSplits: 1).last.map(Array.init)
    connection.rest.withLock { $0 = messages ?? [] }
    return connection
  }
}
