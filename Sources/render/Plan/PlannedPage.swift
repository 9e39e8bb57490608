import Foundation
import NotebookPages
import NotebookSyntax

/// A page before it is made, as far as its notebook tells without being run.
struct PlannedPage: Sendable {
  /// Where it belongs.
  var path: String
  var origins: PageOrigins
  /// The notebooks beside it that it links to: that they are there, not what is in them, makes a
  /// difference to the page.
  var links: [String]
  /// What it loads in the browser. Charts that a type of the author's own makes are not foreseen.
  var assets: Set<Page.Asset>
  /// Whether there is something to run or to set, whose results are kept.
  var keepsResults: Bool
}

extension PlannedPage {
  /// Lays the page out without running its notebook.
  ///
  /// - Parameter typesetting: where formulas and charts are set; `nil` for what the notebook says.
  /// - Returns: `nil` where the notebook cannot be read.
  init?(
    _ input: NotebookInput,
    outputFolder: String,
    labels: LabelIndex,
    typesetting: TypesettingMode?
  ) {
    guard let data = FileManager.default.contents(atPath: input.path) else { return nil }
    let notebook = NotebookParser.parse(
      SourceText(path: input.path, bytes: Array(data)),
      isLabelledElsewhere: { _ in true }
    )
    let others = OtherPages(of: input, labels)
    let options = PageOptions(isRun: false, hasPage: others.hasPage)
    let page = PageRenderer(options: options).page(for: notebook)
    path = "\(outputFolder)/\(input.page)"
    origins = PageOrigins(of: page, for: notebook, path: path, others: others)
    links = others.answers.links.filter(\.value).keys.sorted()
    keepsResults = !notebook.pieces.isEmpty || notebook.hasFormulas
    assets = []
    if (typesetting ?? notebook.frontMatter.typesetting) == .browser {
      assets = page.assets.union(Self.drawsCharts(notebook) ? [.vega] : [])
    }
  }

  private static func drawsCharts(_ notebook: Notebook) -> Bool {
    notebook.pieces.contains { piece in
      guard case .cell(let cell) = piece else { return false }
      return cell.code.text.contains(/\bimport\s+Plotting\b/)
    }
  }
}
