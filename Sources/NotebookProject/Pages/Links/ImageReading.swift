import Files
import ResultStore
import Synchronization

/// Reads the images that one page has within itself, each once: to find out what is there it must be read,
/// and what was read is what the page shows.
final class ImageReading: Sendable {
  /// What an image holds.
  struct Image: Sendable {
    let bytes: [UInt8]
    let content: Fingerprint
  }

  private struct Held: Sendable {
    var images: [PathKey: Image] = [:]
    var size = 0
  }

  private let files: FileView
  private let held = Mutex(Held())

  /// - Parameter files: how images are read; what a page depends on is noted elsewhere.
  init(_ files: FileView) { self.files = files.quiet }

  /// Reads an image, and holds it until it is taken, as long as there is room.
  /// - Returns: `nil` where it cannot be read.
  func read(_ path: String) -> Image? {
    guard let image = load(path) else { return nil }
    held.withLock { held in
      guard held.size + image.bytes.count <= ImageData.limitOfAll else { return }
      if let before = held.images.updateValue(image, forKey: PathKey(path)) {
        held.size -= before.bytes.count
      }
      held.size += image.bytes.count
    }
    return image
  }

  /// An image that was read, or is read now; `nil` where it cannot be.
  func take(_ path: String) -> Image? {
    let known = held.withLock { held -> Image? in
      guard let image = held.images.removeValue(forKey: PathKey(path)) else { return nil }
      held.size -= image.bytes.count
      return image
    }
    return known ?? load(path)
  }

  private func load(_ path: String) -> Image? {
    files.contents(of: path).map { Image(bytes: $0, content: Fingerprint(of: $0)) }
  }
}
