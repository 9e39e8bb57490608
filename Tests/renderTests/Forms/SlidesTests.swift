import Foundation
import TestSupport
import Testing

@testable import NotebookProject
@testable import render

@Suite("Slides in a browser")
struct SlidesTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private static let notebook = """
    ---
    title: A deck
    author: A. Author
    ---

    ## First

    $$ x = 1 $$ {#eq-x}

    <!-- steps -->

    - one
    - two

    <!-- notes: Breathe. -->

    ## Second

    By @eq-x.[^1]

    <!-- step -->

    At last.

    [^1]: A note.
    """

  @Test(
    "go on and back by keys, buttons and touch, step by step, follow links, and show the speaker more"
  )
  func keys() async throws {
    try folder.write(Self.notebook, to: "a.md")
    let rendered = await Rendered("a.md", in: folder) { $0.forms = [.slides] }
    #expect(rendered.errors == "")
    let text = try folder.read("Output/a.slides.html")
    #expect(!text.contains("src=\"http"))
    let script = """
      <script>
      const told = [];
      const tell = (what) => {
        const here = [...document.querySelectorAll(".slide.here")];
        const seen = [...document.querySelectorAll(".slide.here .shown")].map((part) => part.textContent.trim());
        told.push(`${what}: ${here.length} ${document.querySelector(".deck output").textContent} ${seen}`);
      };
      const key = (key, more = {}) => {
        document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, ...more }));
        tell(key);
      };
      const swipe = (x) => {
        const at = (clientX) => new Touch({ identifier: 1, target: document.body, clientX, clientY: 9 });
        dispatchEvent(new TouchEvent("touchstart", { touches: [at(200)] }));
        dispatchEvent(new TouchEvent("touchend", { changedTouches: [at(x)] }));
        tell("swipe");
      };
      tell("start");
      for (const name of ["ArrowRight", "PageDown", " ", "ArrowRight", "n", "ArrowLeft", "End", "Home"]) key(name);
      swipe(20); swipe(190); swipe(380);
      document.querySelector("[data-go=on]").click(); tell("click");
      key("x"); key("End", { ctrlKey: true });
      // A browser without a window opens no second one: the speaker's stands in the page here.
      window.open = () => {
        const frame = document.createElement("iframe");
        document.body.append(frame);
        return frame.contentWindow;
      };
      const tellSpeaker = () => {
        const view = document.querySelector("iframe").contentDocument;
        const next = view.querySelector("#next h2").textContent;
        told.push(`speaker: ${view.title}; ${next}; ${view.getElementById("notes").textContent.trim()}`);
        return view;
      };
      key("Home"); key("s");
      const view = tellSpeaker();
      view.body.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
      tell("speaker's key"); tellSpeaker();
      location.hash = "#eq-x";
      setTimeout(() => {
        tell("link");
        const list = document.createElement("pre");
        list.id = "told";
        list.textContent = told.join("\\n");
        document.body.append(list);
      }, 100);
      </script>
      """
    // The script below is none of the page's own.
    let open = text.replacing(/<meta http-equiv="Content-Security-Policy"[^>]*>/, with: "")
    #expect(open != text)
    try folder.write(
      open.replacing("</body>\n</html>", with: script + "</body>\n</html>"),
      to: "Output/test.html"
    )
    let page = folder.url.appending(path: "Output/test.html")
    let browser = try await Browser(opening: page, in: folder)
    let told = browser.document.firstMatch(of: /<pre id="told">([^<]*)<\/pre>/).map { String($0.1) }
    #expect(
      told == """
        start: 1 1 / 4\u{20}
        ArrowRight: 1 2 / 4\u{20}
        PageDown: 1 2 / 4 one
         : 1 2 / 4 one,two
        ArrowRight: 1 3 / 4\u{20}
        n: 1 3 / 4 At last.
        ArrowLeft: 1 3 / 4\u{20}
        End: 1 4 / 4\u{20}
        Home: 1 1 / 4\u{20}
        swipe: 1 2 / 4\u{20}
        swipe: 1 2 / 4\u{20}
        swipe: 1 1 / 4\u{20}
        click: 1 2 / 4\u{20}
        x: 1 2 / 4\u{20}
        End: 1 2 / 4\u{20}
        Home: 1 1 / 4\u{20}
        s: 1 1 / 4\u{20}
        speaker: 1 / 4; First;\u{20}
        speaker's key: 1 2 / 4\u{20}
        speaker: 2 / 4; Second; Breathe.
        link: 1 2 / 4 one,two
        """
    )
    #expect(browser.messages.isEmpty)
  }

  @Test("hold all that the page holds, and notes for the speaker besides")
  func content() async throws {
    try folder.write(Self.notebook, to: "a.md")
    _ = await Rendered("a.md", in: folder) { $0.forms = [.slides] }
    let text = try folder.read("Output/a.slides.html")
    #expect(text.contains("<aside class=\"notes\" hidden><p>Breathe.</p>"))
    #expect(text.contains("Equation\u{A0}1"))
    #expect(text.contains("A. Author"))
    #expect(text.matches(of: /<section class="slide/).count == 4)
  }

  @Test("begin where a size of heading is asked for, which is for slides alone")
  func level() async throws {
    try folder.write("# A\n\n## B\n\n### C\n", to: "a.md")
    let result = try await Program.render(
      "a.md",
      "--to=slides",
      "--slide-level=3",
      in: folder
    )
    #expect(result.errors == "")
    let text = try folder.read("Output/a.slides.html")
    #expect(text.matches(of: /<section class="slide/).count == 3)
    for (words, message) in [
      (["--slide-level=3"], "--slide-level is for slides, and --to does not name them."),
      (["--to=slides", "--slide-level=7"], "--slide-level takes a size from 1 to 6, not '7'."),
    ] {
      let result = try await Program(Program.render, ["a.md"] + words, in: folder).result()
      #expect(result.status == 64)
      #expect(result.errors.contains(message))
    }
  }
}
