import Foundation
import Testing

/// A page in a frame as wide as a telephone.
struct NarrowFrame {
  static let width = 360
  /// How wide the page needs to be for nothing to be cut off.
  let contentWidth: Int

  init(around page: URL, in folder: ScratchFolder) async throws {
    let wrapper = """
      <!DOCTYPE html>
      <iframe src="\(page.absoluteString)" width="\(Self.width)" height="640"
        style="border: 0"></iframe>
      <script>
      const frame = document.querySelector("iframe");
      frame.onload = () => {
        const look = setInterval(() => {
          const page = frame.contentDocument;
          const formulas = page.querySelectorAll(".math").length;
          if (page.querySelectorAll(".math > svg, .math > mjx-container").length < formulas) return;
          const charts = page.querySelectorAll(".chart").length;
          if (page.querySelectorAll(".chart svg").length < charts) return;
          clearInterval(look);
          document.body.dataset.width = page.documentElement.scrollWidth;
          document.body.dataset.frame = frame.contentWindow.innerWidth;
        }, 50);
      };
      </script>

      """
    let file = try folder.write(wrapper, to: "frame-\(UUID().uuidString).html")
    let browser = try await Browser(
      opening: URL(filePath: file),
      flags: ["--allow-file-access-from-files"],
      in: folder
    )
    let widths = try #require(
      browser.document.firstMatch(of: /data-width="(\d+)" data-frame="(\d+)"/),
      "the page in the frame did not get done: \(browser.messages)"
    )
    try #require(Int(widths.2) == Self.width)
    contentWidth = try #require(Int(widths.1))
  }
}
