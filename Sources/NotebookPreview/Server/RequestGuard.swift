/// Says which requests are answered: those of pages that this server gave, and of a person who types its address.
///
/// Any site that a browser shows may send requests to this machine, and may have its own name lead to it. Such
/// a name stands in the request's `Host`, and the site in its `Origin`.
struct RequestGuard: Sendable {
  /// The names by which the server is called, in small letters, without a port.
  private let hosts: Set<String>
  /// Whether any address that is a number may be the server's.
  private let takesNumbers: Bool

  /// - Parameter host: where the server listens, if it was told so.
  init(host: ListeningHost) {
    hosts = Set(["localhost", "127.0.0.1", "[::1]"]).union(host.names)
    takesNumbers = !host.isLoopback
  }

  /// Why a request is refused; `nil` where it is answered.
  func refusal(method: String, host: String?, origin: String?, site: String?, mode: String?)
    -> String?
  {
    guard let host, knows(host) else {
      return "this preview is not called '\(host ?? "")': use the address that it printed"
    }
    if let origin, origin.lowercased() != "http://" + host.lowercased() {
      return "this preview is for its own pages, and not for those of \(origin)"
    }
    if site == "cross-site", mode != "navigate" {
      return "this preview is for its own pages, and not for those of other sites"
    }
    return nil
  }

  private func knows(_ authority: String) -> Bool {
    let host = Self.host(of: authority.lowercased())
    if hosts.contains(host) || host.hasSuffix(".localhost") { return true }
    guard takesNumbers else { return false }
    return host.hasPrefix("[") || host.allSatisfy { $0.isNumber || $0 == "." }
  }

  /// An authority without its port.
  private static func host(of authority: String) -> String {
    if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
      return String(authority[...end])
    }
    return String(authority.prefix { $0 != ":" })
  }
}
