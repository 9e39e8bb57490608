import FlyingSocks
import Foundation

/// Where a preview listens.
package enum ListeningHost: Sendable, Equatable {
  case version4(String)
  case version6(String)

  /// Nowhere but on this machine.
  package static let loopback = ListeningHost.version4("127.0.0.1")

  /// - Returns: `nil` where a text is no address: names would have to be looked up, and may lead to several.
  package init?(_ text: String) {
    let bare =
      text.hasPrefix("[") && text.hasSuffix("]") ? String(text.dropFirst().dropLast()) : text
    if text == "localhost" {
      self = .loopback
    } else if (try? sockaddr_in.inet(ip4: bare, port: 0)) != nil {
      self = .version4(bare)
    } else if (try? sockaddr_in6.inet6(ip6: bare, port: 0)) != nil {
      self = .version6(bare)
    } else {
      return nil
    }
  }

  var isLoopback: Bool {
    switch self {
    case .version4(let address): address.hasPrefix("127.")
    case .version6(let address): address == "::1"
    }
  }

  /// As it stands in a page's address.
  var names: [String] {
    switch self {
    case .version4(let address): [address]
    case .version6(let address): ["[\(address.lowercased())]"]
    }
  }

  /// The name by which a browser on this machine finds it.
  var shown: String {
    switch self {
    case .version4("0.0.0.0"): "127.0.0.1"
    case .version6("::"): "[::1]"
    default: names[0]
    }
  }
}
