import Foundation
import TestSupport
import Testing

@testable import NotebookProject
@testable import render

@Suite("A page on paper, on a telephone and in the dark")
struct PrintedPageTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private static let sum = (1...40).map { "a_{\($0)}" }.joined(separator: " + ")
  private static let word = String(repeating: "Donaudampfschifffahrt", count: 8)
  private static let row = "| " + (1...16).map { "12345678\($0)" }.joined(separator: " | ") + " |"
  private static let rule = "|" + String(repeating: " -- |", count: 16)

  private static let wide = #"""
    ---
    title: \#(word)
    subtitle: https://example.org/\#(word)
    author: \#(word)
    ---

    ## \#(word) and `\#(word)` and $\#(sum)$

    The address https://example.org/\#(word), `\#(word)` and $\#(sum)$, $\begin{pmatrix} \#(
      (1...40).map(String.init).joined(separator: " & ")) \end{pmatrix}$.

    $$\#(sum)$$

    $$\#(sum)$$ {#eq-wide}

    \begin{align}
    \#(sum) &= b \label{eq-first} \\
    c &= \#(sum) \label{eq-second}
    \end{align}

    > [!NOTE]
    > $$\#(sum)$$ {#eq-inside}
    >
    > \#(row)
    > \#(rule)
    > \#(row)

    \#(row)
    \#(rule)
    \#(row)

    : A wide table {#tbl-wide}

    | formula | code | picture |
    | - | - | - |
    | $\#(sum)$ | `\#(word)` | ![P](wide.svg) |

    ```swift
    struct Wide: Displayable {
      var display: DisplayBundle {
        DisplayBundle(plain: "a line that is far too wide for paper, which has a width of its own", [.svg: "<svg xmlns='http://www.w3.org/2000/svg' width='3000' height='90'><circle r='40' cx='2900' cy='45'/></svg>"])
      }
    }
    Wide()
    print(String(repeating: "x", count: 400))
    ```

    1. - - ```python
           \#(word) = 1
           ```

           $$\#(sum)$$ {#eq-list}

    ![P](wide.svg){#fig-wide}

    <svg width="2000" height="40"><path d="M0 0 L2000 40" stroke="black"/></svg>

    <table><tr><th>raw</th><td>\#(word)</td></tr></table>

    <video width="900" height="20"></video> <canvas width="900" height="20"></canvas>
    """#

  private func rendered(_ notebook: String) async throws -> URL {
    try folder.write(
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="2000" height="60"><path d="M0 0H1990"/></svg>
      """,
      to: "wide.svg"
    )
    try folder.trustScripts()
    try folder.write(notebook, to: "a.md")
    let rendered = await Rendered("a.md", in: folder)
    try #require(rendered.status == .success, "\(rendered.errors)")
    return folder.url.appending(path: "Output/a.html")
  }

  @Test("all of what is wide is on paper, and keeps within its edges")
  func paper() async throws {
    let page = try await rendered(Self.wide)
    let paper = try await PaperFrame(
      around: page,
      measuring: [".image > svg", "p > svg"],
      in: folder
    )
    #expect(paper.cutOff == [])
    // The lines of an output take some room at its side.
    #expect(paper.widths.count == 2 && (90...100).contains(paper.widths[0]))
    #expect(paper.widths.last == 100)
  }

  @Test("nothing that is wide makes a telephone scroll the whole page")
  func telephone() async throws {
    let page = try await rendered(Self.wide)
    #expect(try await NarrowFrame(around: page, in: folder).contentWidth <= NarrowFrame.width)
  }

  @Test("a picture without a view box gets one of its size, and others stay as they are")
  func viewBox() async throws {
    let page = try await rendered(
      """
      <svg width="30" height="20px"><g/></svg> <svg width="1in" height="72pt"></svg>

      <svg width="30" height="20" viewBox="0 0 3 2"></svg> <svg width="50%" height="20"></svg>
      <svg width="3"></svg> <script>const text = "<svg width='1' height='1'>";</script>
      """
    )
    let text = try String(contentsOf: page, encoding: .utf8)
    #expect(text.contains(#"<svg viewBox="0 0 30 20" width="30" height="20px">"#))
    #expect(text.contains(#"<svg viewBox="0 0 96.0 96.0" width="1in" height="72pt">"#))
    #expect(text.contains(#"<svg width="30" height="20" viewBox="0 0 3 2">"#))
    #expect(text.contains(#"<svg width="50%" height="20">"#))
    #expect(text.contains(#"<svg width="3">"#))
    #expect(text.contains("<svg width='1' height='1'>"))
  }

  @Test("in the dark a picture that was drawn for white paper has it, and no other")
  func dark() async throws {
    let notebook = ##"""
      ```swift
      struct Picture: Displayable {
        var ink: String
        var display: DisplayBundle {
          DisplayBundle(plain: "p", [.svg: "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><path d='M0 0H9' stroke='\(ink)'/></svg>"])
        }
      }
      Picture(ink: "black")
      Picture(ink: "currentColor")
      ```

      ![P](wide.svg)

      <svg width="9" height="9"><path d="M0 0H9" stroke="black"/></svg>
      <svg width="9" height="9"><path d="M0 0H9" stroke="currentColor"/></svg>

      $x$ <picture><source media="(prefers-color-scheme: dark)" srcset="wide.svg"><img src="wide.svg" alt="P"></picture>

      <script>
      const grounds = (selector) => [...document.querySelectorAll(selector)]
        .map((picture) => getComputedStyle(picture).backgroundColor === "rgb(255, 255, 255)");
      document.body.dataset.shown = [".image > svg", "p > svg", "img", ".math svg"].map(grounds).join(";");
      </script>

      """##
    let page = try await rendered(notebook)
    func grounds(_ flags: [String]) async throws -> String {
      let browser = try await Browser(opening: page, flags: flags, in: folder)
      return try String(#require(browser.document.firstMatch(of: /data-shown="([^"]*)"/)).1)
    }
    let dark = "--blink-settings=preferredColorScheme=0"
    #expect(try await grounds([dark]) == "true,false;true,false;true,false;false")
    #expect(try await grounds([]) == "false,false;false,false;false,false;false")
  }

  @Test("on paper an address stands behind the words of a link, but not behind itself")
  func addresses() async throws {
    let page = try await rendered(
      """
      https://example.org/a, <https://example.org/b>, www.example.org, <a@example.org>,
      [https://example.org/c](https://example.org/c), [words](https://example.org/d).
      """
    )
    let text = try String(contentsOf: page, encoding: .utf8)
    #expect(text.matches(of: /<a href="[^"]*" class="address">/).count == 5)
    #expect(text.contains(#"<a href="https://example.org/d">words</a>"#))
  }
}
