import Foundation

/// An image as a part of the page.
enum ImageData {
  /// What one image may have, and what all those of a page may have together, in bytes: a page that is
  /// too large is slow to open.
  static let limit = 1_000_000
  static let limitOfAll = 16_000_000

  /// The kind of an image; `nil` for what no browser shows as one.
  static func mediaType(of path: String, _ bytes: [UInt8]) -> String? {
    let magic: [(String, [UInt8])] = [
      ("image/png", [0x89, 0x50, 0x4E, 0x47]), ("image/jpeg", [0xFF, 0xD8, 0xFF]),
      ("image/gif", Array("GIF8".utf8)), ("image/bmp", Array("BM".utf8)),
    ]
    if let known = magic.first(where: { bytes.starts(with: $0.1) }) { return known.0 }
    if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) {
      return "image/webp"
    }
    guard let dot = path.lastIndex(of: ".") else { return nil }
    return switch path[path.index(after: dot)...].lowercased() {
    case "svg": "image/svg+xml"
    case "png", "apng": "image/png"
    case "jpg", "jpeg": "image/jpeg"
    case "gif": "image/gif"
    case "webp": "image/webp"
    case "avif": "image/avif"
    case "bmp": "image/bmp"
    case "ico": "image/x-icon"
    default: nil
    }
  }

  /// The address that is the image itself.
  static func address(_ mediaType: String, _ bytes: [UInt8]) -> String {
    "data:\(mediaType);base64,\(Data(bytes).base64EncodedString())"
  }
}
