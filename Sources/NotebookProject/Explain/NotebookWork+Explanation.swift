import Documents
import NotebookExecution
import NotebookHTML
import NotebookSyntax
import ResultStore

extension NotebookWork {
  /// What would be made for a notebook now; nothing is run or written.
  /// - Returns: the explanation, and the errors that keep anything from being made.
  func explanation(
    of document: ReadDocument,
    _ input: NotebookInput
  ) -> (Explanation, [Diagnostic]) {
    let others = OtherPages(of: input, labels, site, files)
    var explanation = Explanation(path: input.path)
    let lookup = AddressLookup(input: input, site: site, files: files)
    let parsed = ParsedDocument(document, input, among: others, in: course)
    let (source, notebook) = (parsed.source, parsed.notebook)
    settleKnownTitles(of: others.outerNames(in: notebook), others)
    var page = pageItem(document, input, others, lookup)
    if notebook.hasErrors { page.state = .impossible }
    explanation.items.append(page)
    guard !notebook.hasErrors else {
      return (explanation, parsed.diagnostics)
    }

    var run = KnownRun()
    if runsCells {
      run = runner.known(of: notebook, access: ProgramAccess(under: input.project))
      if let package = run.package {
        explanation.notes.append(
          "the package in '\(package)' is built first, and taken here to be as it was"
        )
      }
      explanation.items += run.programs.flatMap { ProgramItems($0, in: source).items }
    } else if !notebook.pieces.isEmpty {
      explanation.notes.append("cells are not run")
    }
    let bibliography = bibliographies.reading(for: notebook, in: files).bibliography
    let links = links(lookup, of: notebook)
    let pieces = writer.pieces(
      of: notebook,
      run.transcript(of: notebook),
      options(for: input, bibliography, others) { links.address(for: $0, anchors: $1) }
    )
    if let pieces {
      explanation.items += TypesettingItems(pieces, run.programs, in: source).items
    } else if notebook.hasFormulas {
      explanation.notes.append(
        form == .html
          ? "formulas and charts are set by the reader's browser"
          : "formulas are set by whatever shows the page"
      )
    }
    if run.programs.contains(where: { !$0.outlook.isKept }), page.state != .kept {
      explanation.notes.append("formulas and charts that cells show are known when they have run")
    }
    if store?.isFrozen == true, explanation.items.dropFirst().contains(where: { $0.state != .kept })
    {
      explanation.notes.append("--frozen lets nothing be made, so the page would fail")
    }
    if page.state == .kept { explanation.needNothing() }
    return (explanation, run.diagnostics)
  }

  private func pageItem(
    _ document: ReadDocument,
    _ input: NotebookInput,
    _ others: OtherPages,
    _ lookup: AddressLookup
  ) -> Explanation.Item {
    var item = Explanation.Item(kind: .page, name: form.pageName, state: .toBeMade)
    guard let pages else {
      item.reasons = ["with --frozen it is laid out each time"]
      return item
    }
    let record = pages.record(of: document, input, others, lookup)
    let outlook = pages.outlook(on: document, input, others, lookup, isKept: record != nil)
    let text = ReasonText()
    item.last = outlook.last?.told(by: text)
    // The store may well have had its record.
    if outlook.last?.reason == .isMissing {
      item.last?.reasons = ["its file was gone or was changed, or made with other options"]
    }
    if let record {
      if record.page == Fingerprint(ofFile: "\(outputFolder)/\(input.page)") {
        item.state = .kept
      } else {
        item.reasons = [
          "\(outputFolder)/\(input.page) is gone or was changed, or made with other options"
        ]
      }
    } else if outlook.reason == .isUnkept {
      item.reasons = ["it is laid out each time, as something in it may come out otherwise"]
    } else if let reason = outlook.reason {
      item.reasons = text.text(now: reason)
    }
    return item
  }
}

extension Explanation {
  /// Notes that the page is left as it is, so that nothing in it is asked for.
  fileprivate mutating func needNothing() {
    for index in items.indices where [.toBeMade, .open].contains(items[index].state) {
      items[index].state = .notNeeded
    }
  }
}

extension PageForm {
  /// What an explanation calls a page in this form.
  fileprivate var pageName: String { self == .html ? "page" : "page (\(rawValue))" }
}

extension Making {
  /// How it was made, in words.
  func told(by text: ReasonText) -> Explanation.Last? {
    seconds.map { Explanation.Last(seconds: $0, reasons: text.text(then: reason)) }
  }
}
