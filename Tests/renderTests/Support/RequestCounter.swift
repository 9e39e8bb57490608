import Foundation
import Synchronization
import Testing

/// A server on this machine that notes what it is asked for, and answers with nothing.
final class RequestCounter: Sendable {
  let port: UInt16
  private let descriptor: Int32
  private let paths = Mutex<[String]>([])

  init() throws {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    self.descriptor = descriptor
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && listen(descriptor, 64) == 0
          && getsockname(descriptor, $0, &length) == 0
      }
    }
    try #require(isBound)
    port = UInt16(bigEndian: address.sin_port)
    Thread.detachNewThread { [weak self] in
      while true {
        let connection = accept(descriptor, nil, nil)
        guard connection >= 0 else { return }
        self?.answer(connection)
      }
    }
  }

  /// Where it is.
  var address: String { "http://127.0.0.1:\(port)" }

  /// The paths that it was asked for so far, each once, sorted.
  var requests: [String] { paths.withLock { Set($0).sorted() } }

  private func answer(_ connection: Int32) {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = recv(connection, &buffer, buffer.count, 0)
    let text = String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self)
    if let path = text.split(separator: " ").dropFirst().first {
      paths.withLock { $0.append(String(path)) }
    }
    let reply = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    _ = reply.withCString { send(connection, $0, reply.utf8.count, Int32(MSG_NOSIGNAL)) }
    close(connection)
  }

  deinit {
    shutdown(descriptor, Int32(SHUT_RDWR))
    close(descriptor)
  }
}
