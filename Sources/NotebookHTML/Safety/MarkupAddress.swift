import Documents
import Foundation
import NotebookSyntax

/// An address as a browser takes it apart.
struct MarkupAddress {
  enum Kind: Hashable {
    /// A place of the page.
    case fragment
    /// A file beside the page, or elsewhere on its server.
    case beside
    case web(host: String)
    /// What it brings itself, by its media type.
    case data(type: String)
    /// Some other scheme, in small letters.
    case other(scheme: String)
  }

  /// Without the characters that a browser passes over.
  let text: String
  let kind: Kind

  init(_ address: some StringProtocol) {
    let bytes = address.utf8.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.endIndex
    let end = bytes.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
    let trimmed = bytes[start..<max(start, end)]
    text = String(decoding: trimmed, as: UTF8.self)
    kind = Self.kind(of: trimmed)
  }

  private static func kind(of bytes: ArraySlice<UInt8>) -> Kind {
    guard let first = bytes.first else { return .beside }
    if first == UInt8(ascii: "#") { return .fragment }
    let name = bytes.prefix { $0.isASCIILetterOrDigit || "+-.".utf8.contains($0) }
    if first.isASCIILetter, bytes[name.endIndex...].first == UInt8(ascii: ":") {
      let scheme = String(decoding: name, as: UTF8.self).lowercased()
      let rest = bytes[(name.endIndex + 1)...]
      switch scheme {
      case "http", "https": return .web(host: host(in: rest))
      case "data":
        let type = rest.prefix { !";,".utf8.contains($0) && $0 > 0x20 }
        return .data(type: String(decoding: type, as: UTF8.self).lowercased())
      default: return .other(scheme: scheme)
      }
    }
    let slashes = bytes.prefix { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
    return slashes.count >= 2 ? .web(host: host(in: bytes)) : .beside
  }

  /// The host behind any number of slashes, of either kind.
  private static func host(in bytes: ArraySlice<UInt8>) -> String {
    let rest = bytes.drop { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
    let authority = rest.prefix { !"/\\?#".utf8.contains($0) }
    let afterUser = authority.lastIndex(of: UInt8(ascii: "@")).map { authority[($0 + 1)...] }
    let host = (afterUser ?? authority).prefix { $0 != UInt8(ascii: ":") }
    let text = String(decoding: host, as: UTF8.self)
    return (text.removingPercentEncoding ?? text).lowercased()
  }

  /// Whether a reader may follow it.
  /// - Parameter isDownload: whether what it leads to is kept, and not shown.
  func isLink(isDownload: Bool = false) -> Bool {
    switch kind {
    case .fragment, .beside, .web: true
    case .data(let type): isDownload && Self.keptTypes.contains(type)
    case .other(let scheme): Self.schemes.contains(scheme)
    }
  }

  /// Why a page may not load it; `nil` where it may.
  func fault(loadedUnder permissions: PagePermissions) -> Removal.Reason? {
    switch kind {
    case .fragment, .beside: nil
    case .data(let type):
      Self.shownTypes.contains(type) || type.hasPrefix("audio/") || type.hasPrefix("video/")
        ? nil : .address(text)
    case .web(let host): permissions.mayAsk(host) ? nil : .request(host: host)
    case .other: .address(text)
    }
  }

  private static let schemes: Set = [
    "mailto", "tel", "sms", "ftp", "geo", "doi", "news", "irc", "ircs", "matrix", "xmpp", "urn",
    "xref",
  ]
  private static let shownTypes = Set(
    ["png", "gif", "jpeg", "jpg", "webp", "avif", "bmp", "x-icon", "svg+xml"].map { "image/" + $0 }
  )
  private static let keptTypes = shownTypes.subtracting(["image/svg+xml"]).union([
    "text/csv", "text/plain", "text/tab-separated-values", "application/json", "application/pdf",
    "application/octet-stream", "application/zip",
  ])
}
