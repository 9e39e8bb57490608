import FlyingSocks
import Foundation

/// Waits for sockets, as another pool does, and keeps them from the programs that notebooks start: a port that
/// one of these holds would not be free when the server has ended.
struct ClosingPool: AsyncSocketPool {
  let base: any AsyncSocketPool

  func prepare() async throws { try await base.prepare() }

  func run() async throws { try await base.run() }

  func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
    _ = fcntl(socket.file.rawValue, F_SETFD, FD_CLOEXEC)
    try await base.suspendSocket(socket, untilReadyFor: events)
  }
}
