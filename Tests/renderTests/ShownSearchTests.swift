import Foundation
import TestSupport
import Testing

@testable import NotebookProject
@testable import render

@Suite("The search in a browser")
struct ShownSearchTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    try folder.write(
      "title: A course\nchapters: [one.md, w/two.md, sprachen.md, formula.md]\n",
      to: "course/lectern.yml"
    )
    try folder.write(
      """
      # Gradients

      A slope in every direction. The matrix is named later.

      ## The chain rule {#sec-chain}

      $$\\frac{\\partial L}{\\partial z} = \\alpha$$

      > [!DEFINITION] Tensor
      > A tensor is a thing with indices.
      """,
      to: "course/one.md"
    )
    try folder.write(
      """
      # Matrix products

      Rows times columns, as of a tensor.

      ## A gradient by hand

      Not $\\partial \\frac{1}{2}$, but `softmaxJacobian(of: z)`.
      """,
      to: "course/w/two.md"
    )
    try folder.write("# On $\\frac{\\nabla f}{2}$\n", to: "course/formula.md")
    try folder.write(
      "# Übergrößen\n\nCafé und Straße, 偏微分方程式を解く, 微分。\n",
      to: "course/sprachen.md"
    )
  }

  /// Asks for texts, one after the other, and tells for each what is found: addresses and marked words.
  private static let ask = """
    const ask = async (text) => {
      const input = page.querySelector("dialog.search input");
      input.value = text;
      input.dispatchEvent(new Event("input"));
      await pause();
      return [...page.querySelectorAll("[role=option]")].map((option) =>
        option.getAttribute("href") + " "
          + [...option.querySelectorAll("mark")].map((mark) => mark.textContent).join("|")).join(", ");
    };
    const pause = () => new Promise((done) => setTimeout(done, 300));
    const press = (key, target) => target.dispatchEvent(
      new frame.contentWindow.KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    """

  /// What a script that may wait returns, as text without quotation marks.
  private func answer(_ page: String, width: Int = 900, _ script: String) async throws -> String {
    let rendered = await Rendered("course", in: folder)
    #expect(rendered.status == .success, "\(rendered.errors)")
    let whole = """
      (async () => {
        \(Self.ask)
        document.body.dataset.answer = await (async () => { \(script) })()
          .catch((error) => "failed: " + error);
      })()
      """
    return try await PageFrame(
      around: folder.url.appending(path: "Output/" + page),
      width: width,
      telling: whole,
      in: folder
    ).answer
  }

  @Test("finds words, beginnings, TeX, letters, umlauts and scripts without spaces, the best first")
  func finding() async throws {
    let asked = [
      ("matrix", "../w/two.html Matrix, ../one.html matrix"),
      ("GRADI", "../one.html Gradi, ../w/two.html#a-gradient-by-hand gradi"),
      ("tensor", "../one.html#definition.1 Tensor|tensor, ../w/two.html tensor"),
      ("matrix direction", "../one.html direction|matrix"),
      ("tensor nowhere", ""),
      // The first that has it as it is written; a sentence about the same is none.
      (#"\frac{\partial"#, #"../one.html#sec-chain \frac{\partial|\partial"#),
      (#"\frac{ \partial L }"#, #"../one.html#sec-chain \frac{\partial L}|\partial"#),
      ("α", #"../one.html#sec-chain \alpha"#),
      ("∂ l", #"../one.html#sec-chain \partial|L|\partial"#),
      ("jacobian", "../w/two.html#a-gradient-by-hand Jacobian"),
      ("ubergrosse", "../sprachen.html Übergrößen"),
      ("cafe STRASSE", "../sprachen.html Café|Straße"),
      ("strase", ""), ("微分", "../sprachen.html 微分|微分"), ("偏微分方", "../sprachen.html 偏微分方|微分"),
      ("方微分", ""), ("程", "../sprachen.html 程"),
      (#""slope in""#, "../one.html slope in"), (#""in slope""#, ""),
      // A title is found by its TeX, and by its signs, as which it is shown.
      (#"\frac{\nabla f}"#, "../formula.html f"), ("∇f", "../formula.html ∇|f"),
      ("<img src=x onerror=alert(1)>", ""), ("", ""),
    ]
    let texts = try String(
      decoding: JSONEncoder().encode(asked.map(\.0)),
      as: UTF8.self
    )
    let found = try await answer(
      "w/two.html",
      """
      press("/", page.body);
      await pause();
      const found = [];
      for (const text of \(texts)) found.push((await ask(text)).replaceAll("&", "and"));
      return found.join("; ");
      """
    )
    for (asked, found) in zip(asked, found.components(separatedBy: "; ")) {
      #expect(found == asked.1, "\(asked.0)")
    }
  }

  @Test("is led by keys, tells what is chosen, and gives the focus back")
  func keys() async throws {
    let script = """
      const button = page.querySelector("button.search");
      const said = [button.checkVisibility(), page.scripts.length];
      button.focus();
      press("/", button);
      await pause();
      const input = page.activeElement;
      said.push(input.role, input.getAttribute("aria-expanded"), input.getAttribute("aria-label"));
      await ask("tensor");
      const chosen = () => page.getElementById(input.getAttribute("aria-activedescendant"))
        ?.getAttribute("href") + " " + page.querySelectorAll("[aria-selected=true]").length;
      said.push(input.getAttribute("aria-expanded"), page.querySelector("[role=status]").textContent, chosen());
      press("ArrowDown", input);
      said.push(chosen());
      press("ArrowDown", input);
      said.push(chosen());
      press("ArrowUp", input);
      said.push(chosen());
      page.querySelector("dialog.search").close();
      said.push(page.activeElement === button);
      press("/", page.body);
      said.push(input.value, page.activeElement === input);
      await ask("chain rule");
      press("Enter", input);
      await pause();
      said.push(frame.contentWindow.location.hash, page.querySelector("dialog.search").open);
      return said.join(", ");
      """
    let said = try await answer("one.html", script)
    #expect(
      said == """
        true, 1, combobox, false, Search in the course, true, 2 results, \
        one.html#definition.1 1, w/two.html 1, one.html#definition.1 1, w/two.html 1, \
        true, tensor, true, #sec-chain, false
        """
    )
  }

  @Test("fits a telephone, is not printed, and is not there without its script")
  func looks() async throws {
    let script = """
      press("/", page.body);
      await pause();
      await ask("gradient");
      const box = page.querySelector("dialog.search").getBoundingClientRect();
      return [box.left >= 0, box.right <= 360, page.documentElement.scrollWidth <= 360,
        page.querySelector("[role=listbox]").scrollWidth <= box.width].join(" ");
      """
    #expect(try await answer("one.html", width: 360, script) == "true true true true")
    let page = try folder.read("Output/one.html")
    #expect(page.contains("<button class=\"search\" type=\"button\" hidden"))
    #expect(page.contains("button.search, dialog.search { display: none; }"))
    let start = try folder.read("Output/index.html")
    #expect(start.contains("<button class=\"search\""))
  }

  @Test("says that there is no index where a page was made alone")
  func alone() async throws {
    let rendered = await Rendered("course/one.md", in: folder)
    #expect(rendered.status == .success)
    let frame = try await PageFrame(
      around: folder.url.appending(path: "Output/one.html"),
      width: 900,
      telling: """
        (() => {
          let said = "";
          frame.contentWindow.alert = (text) => document.body.dataset.answer = text;
          page.querySelector("button.search").click();
        })()
        """,
      in: folder
    )
    #expect(frame.answer == "Its index is not here. It is made with the whole course.")
  }

  @Test("divides texts in the browser as the index is made")
  func words() async throws {
    let texts = [
      "The Jacobian, don't!", "Übergröße CAFÉ naïve Ångström Łódź", "ﬁnal ½ ① 𝛼 Ｗｉｄｅ ẞ",
      "ΣΊΣΥΦΟΣ Ёлка İstanbul ıssız", "偏微分、微 データを読む ﾊﾝｶｸ", "함수는 נִקּוּד مُحَمَّد संख्या ภาษาไทย",
      #"\frac{\partial L}{\partial z_i} \\ \Gamma\, \~a"#, "∂f ≤ ∑ × ¬ 𝛻",
      "softmaxJacobian(of: x2Y, HTMLText aB1C)", "a\\", String(repeating: "ä", count: 70),
      "e\u{301}x 👍🏽 №5",
    ]
    let expected = texts.map { text in
      var words: [String] = []
      SearchWords.forEach(in: text) { words.append($0) }
      return words.joined(separator: " ")
    }
    let list = try String(decoding: JSONEncoder().encode(texts), as: UTF8.self)
    let found = try await answer(
      "one.html",
      """
      press("/", page.body);
      await pause();
      return \(list).map((text) => frame.contentWindow.lecternSearch.words(text, false)
        .map(({ word }) => word).join(" ")).join("; ");
      """
    )
    #expect(found.components(separatedBy: "; ") == expected)
  }
}
