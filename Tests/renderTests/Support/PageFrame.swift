import Foundation
import TestSupport
import Testing

/// A page in a frame of some width, of which a script tells something once its formulas and charts are
/// there.
struct PageFrame {
  /// What the script's expression came to.
  let answer: String

  /// - Parameters:
  ///   - page: the file.
  ///   - width: the frame's width in pixels.
  ///   - script: an expression of JavaScript, for which `page` is the document and `frame` its frame.
  init(around page: URL, width: Int, telling script: String, in folder: ScratchFolder) async throws
  {
    let wrapper = """
      <!DOCTYPE html>
      <iframe src="\(page.absoluteString)" width="\(width)" height="640" style="border: 0"></iframe>
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
          document.body.dataset.answer = \(script);
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
    let answer = try #require(
      browser.document.firstMatch(of: /data-answer="([^"]*)"/),
      "the page in the frame did not get done: \(browser.messages)"
    )
    self.answer = String(answer.1)
  }
}
