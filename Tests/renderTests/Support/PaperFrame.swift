import Foundation
import TestSupport

/// A page as it is printed, in a frame as wide as the text of a sheet of paper.
struct PaperFrame {
  static let width = 640
  /// The elements that reach over an edge, or that hold more than they show.
  let cutOff: [String]
  /// How wide the first elements of some selectors are, in hundredths of the text.
  let widths: [Int]

  init(around page: URL, measuring selectors: [String] = [], in folder: ScratchFolder) async throws
  {
    let script = """
      (() => {
        const list = (rules) => [...rules].flatMap((rule) => [rule, ...list(rule.cssRules ?? [])]);
        for (const sheet of page.styleSheets) {
          for (const rule of list(sheet.cssRules)) {
            if (!(rule instanceof frame.contentWindow.CSSMediaRule)) continue;
            if (rule.media.mediaText === "print") rule.media.mediaText = "all";
            else if (/screen/.test(rule.media.mediaText)) rule.media.mediaText = "not all";
          }
        }
        frame.contentWindow.dispatchEvent(new Event("beforeprint"));
        const width = page.documentElement.clientWidth;
        const name = (element) => element.tagName.toLowerCase() + "." + element.getAttribute("class");
        const cutOff = [...page.body.querySelectorAll("*")].filter((element) => {
          // Who does not see the page hears the formula; nothing of that is on paper.
          if (element.closest("math, script, defs")) return false;
          const box = element.getBoundingClientRect();
          if (box.width === 0 || box.height === 0) return false;
          const style = frame.contentWindow.getComputedStyle(element);
          const scrolls = style.overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1;
          return scrolls || box.right > width + 1 || box.left < -1;
        });
        const widths = \(selectors).map((selector) =>
          Math.round(page.querySelector(selector).getBoundingClientRect().width / width * 100));
        return cutOff.map(name).join(" ") + "|" + widths.join(" ");
      })()
      """
    let frame = try await PageFrame(around: page, width: Self.width, telling: script, in: folder)
    let parts = frame.answer.split(separator: "|", omittingEmptySubsequences: false)
    cutOff = parts[0].split(separator: " ").map(String.init)
    widths = (parts.last ?? "").split(separator: " ").compactMap { Int($0) }
  }
}
