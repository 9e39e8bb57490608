import Files
import Foundation

/// An address that leads to somewhere beside the page, in its parts.
struct LocalAddress: Sendable {
  /// From the page's folder, or with a leading slash from the folder of all pages; empty for the page
  /// itself.
  var path: String
  /// `?raw=true`, or nothing.
  var query: String
  /// What follows `#`; `nil` where there is none.
  var fragment: String?

  /// - Returns: `nil` for an address on the web, or of any scheme.
  init?(_ text: String) {
    guard !text.hasPrefix("//"), !Self.hasScheme(text) else { return nil }
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let head = parts.first ?? ""
    let mark = head.firstIndex(of: "?") ?? head.endIndex
    path = String(head[..<mark])
    query = String(head[mark...])
    fragment = parts.count > 1 ? String(parts[1]) : nil
    // A name may hold the marks that part an address.
    whole = text
  }

  /// Whether a text begins like `https:`. A regular expression would be compiled for each address.
  private static func hasScheme(_ text: String) -> Bool {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")),
      let first = text.utf8.first.map(Unicode.Scalar.init), first.properties.isAlphabetic,
      first.isASCII
    else { return false }
    return text.utf8[..<colon].allSatisfy { byte in
      let scalar = Unicode.Scalar(byte)
      return scalar.isASCII
        && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || "+.-".unicodeScalars.contains(scalar))
    }
  }

  private let whole: String

  /// The names of files that may be meant, the likeliest first.
  var names: [String] {
    var seen: Set<PathKey> = []
    return [Self.decoded(path), path, Self.decoded(whole), whole].filter {
      !$0.isEmpty && seen.insert(PathKey($0)).inserted
    }
  }

  /// The text with its escapes undone, if all of it is UTF-8 then.
  static func decoded(_ text: String) -> String {
    text.utf8.contains(UInt8(ascii: "%")) ? text.removingPercentEncoding ?? text : text
  }

  /// A path, or a fragment, as it stands in an address.
  static func encoded(_ path: String) -> String {
    path.addingPercentEncoding(withAllowedCharacters: allowed) ?? path
  }

  private static let allowed = CharacterSet(
    charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/"
  )
}
