import FlyingFox
import FlyingSocks
import Foundation

/// Listens for browsers.
struct PreviewServer: Sendable {
  let host: ListeningHost
  /// 0 for any that is free.
  let port: UInt16

  /// Why nobody can be listened to.
  struct Fault: Error {
    var message: String
  }

  /// Serves until the task is cancelled.
  /// - Parameter listening: is told the port, and gives what answers.
  func run(
    answering handler: PreviewHandler,
    listening: @escaping @Sendable (UInt16) -> Void
  ) async throws(Fault) {
    var port = port
    while true {
      let server = HTTPServer(config: try configuration(port), handler: handler)
      let told = Task { [port] in
        try await server.waitUntilListening()
        let port = await server.listeningAddress?.port ?? port
        listening(port)
        return port
      }
      do {
        try await server.run()
      } catch {
        told.cancel()
        if Task.isCancelled { return }
        // What ends a server that has listened is over when its connections are closed: there were too many.
        guard let known = try? await told.value else { throw fault(error, port) }
        port = known
        try? await Task.sleep(for: .milliseconds(200))
      }
    }
  }

  private func configuration(_ port: UInt16) throws(Fault) -> HTTPServer.Configuration {
    do {
      switch host {
      case .version4(let text):
        return Self.configuration(try sockaddr_in.inet(ip4: text, port: port))
      case .version6(let text):
        return Self.configuration(try sockaddr_in6.inet6(ip6: text, port: port))
      }
    } catch {
      throw Fault(message: "\(host.shown) is no address")
    }
  }

  private static func configuration(_ address: some SocketAddress) -> HTTPServer.Configuration {
    HTTPServer.Configuration(
      address: address,
      // A page that is made for the first time may need a package to be built.
      timeout: 3600,
      pool: ClosingPool(base: HTTPServer.defaultPool()),
      logger: .disabled
    )
  }

  private func fault(_ error: any Error, _ port: UInt16) -> Fault {
    guard case SocketError.failed(_, let number, let reason)? = error as? SocketError else {
      return Fault(message: "nobody can be listened to on \(host.shown):\(port): \(error)")
    }
    switch number {
    case EADDRINUSE:
      return Fault(
        message:
          "port \(port) is in use, perhaps by another preview; choose another with --port, or "
          + "any that is free with --port 0"
      )
    case EADDRNOTAVAIL:
      return Fault(message: "\(host.shown) is no address of this machine; see --host")
    case EACCES:
      return Fault(message: "port \(port) is for the superuser alone; choose one above 1023")
    default:
      return Fault(message: "nobody can be listened to on \(host.shown):\(port): \(reason)")
    }
  }
}

extension Socket.Address {
  fileprivate var port: UInt16? {
    switch self {
    case .ip4(_, let port), .ip6(_, let port): port
    case .unix: nil
    }
  }
}
