import Foundation
import TestSupport
import Testing

/// A page in a frame as wide as a telephone.
struct NarrowFrame {
  static let width = 360
  /// How wide the page needs to be for nothing to be cut off.
  let contentWidth: Int

  init(around page: URL, in folder: ScratchFolder) async throws {
    let script = """
      page.documentElement.scrollWidth + " " + frame.contentWindow.innerWidth
      """
    let frame = try await PageFrame(
      around: page,
      width: Self.width,
      telling: script,
      in: folder
    )
    let widths = frame.answer.split(separator: " ").compactMap { Int($0) }
    try #require(widths.count == 2 && widths[1] == Self.width)
    contentWidth = widths[0]
  }
}
