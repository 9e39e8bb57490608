import Files

/// The folder of what belongs beside pages: whoever asks for something gets a file of it, and none from
/// elsewhere.
struct ServedFolder: Sendable {
  let path: String

  /// What a file holds; `nil` where there is none, or it lies elsewhere: a link may lead out.
  func contents(of inner: String) -> [UInt8]? {
    let file = PathKey.realPath("\(path)/\(inner)")
    guard file.hasPrefix(PathKey.realPath(path) + "/"),
      (try? FileStatus(of: file, followingLinks: true))?.isRegular == true
    else { return nil }
    return FileView().contents(of: file)
  }

  /// The type by which a browser knows what a file is.
  static func mediaType(of path: String) -> String {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return types[ending] ?? "application/octet-stream"
  }

  private static let types = [
    "html": "text/html; charset=utf-8", "js": "text/javascript; charset=utf-8",
    "css": "text/css; charset=utf-8", "json": "application/json",
    "txt": "text/plain; charset=utf-8",
    "md": "text/markdown; charset=utf-8", "csv": "text/csv; charset=utf-8",
    "swift": "text/plain; charset=utf-8", "bib": "text/plain; charset=utf-8",
    "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
    "gif": "image/gif", "webp": "image/webp", "avif": "image/avif", "ico": "image/x-icon",
    "pdf": "application/pdf", "mp4": "video/mp4", "webm": "video/webm", "mp3": "audio/mpeg",
    "ogg": "audio/ogg", "wav": "audio/wav", "woff2": "font/woff2", "wasm": "application/wasm",
    "zip": "application/zip", "xml": "application/xml",
  ]
}
