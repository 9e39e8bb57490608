import NotebookJupyter
import Synchronization

/// The images of a notebook that become attachments of its cells, by their names there.
final class AttachedImages: Sendable {
  private struct Held: Sendable {
    var mediaType: String
    var base64: String
  }

  private let images = Mutex<[String: Held]>([:])

  /// The address of an image that is to be attached; `nil` for one that lies elsewhere.
  ///
  /// - Parameters:
  ///   - address: the image itself, as an address that begins with `data:`.
  ///   - written: how its author names it.
  func attached(_ address: String?, as written: String) -> String? {
    guard let address, let match = address.wholeMatch(of: /data:([^;,]+);base64,(.*)/) else {
      return nil
    }
    let image = Held(mediaType: String(match.1), base64: String(match.2))
    let stem = written.split(separator: "/").last.map { name in
      String(name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) })
    }
    return images.withLock { images in
      var name = stem.flatMap { $0.isEmpty || written.hasPrefix("data:") ? nil : $0 } ?? "image"
      var number = 1
      while let other = images[name], other.base64 != image.base64 {
        number += 1
        name = "\(number)-\(stem ?? "image")"
      }
      images[name] = image
      return JupyterWriter.attachmentPrefix + name
    }
  }

  /// An image that was attached.
  subscript(name: String) -> JupyterWriter.Image? {
    images.withLock { $0[name].map { ($0.mediaType, $0.base64) } }
  }
}
