import Documents
import NotebookHTML
import NotebookMarkdown
import NotebookSyntax
import ResultStore
import Typesetting

/// The pictures of a page as SVG, each by itself.
struct PictureDrawing {
  /// What is wrong with charts.
  private(set) var diagnostics: [Diagnostic] = []
  private var found: [TypesettingFault] = []
  private let typesetter: Typesetter?
  private let notebook: Notebook
  private let idPrefix: String
  private var chartCount = 0

  /// - Parameters:
  ///   - typesetter: draws charts; `nil` where nothing is drawn.
  ///   - notebook: the notebook that shows the pictures.
  ///   - idPrefix: begins the identifiers within a picture.
  init(_ typesetter: Typesetter?, _ notebook: Notebook, _ idPrefix: String) {
    self.typesetter = typesetter
    self.notebook = notebook
    self.idPrefix = idPrefix
  }

  /// A picture as SVG; `nil` where it cannot be drawn.
  mutating func draw(_ picture: MarkdownPage.Picture) -> String? {
    switch picture.content {
    case .svg(let image): return StandaloneSVG.text(image)
    case .chart(let specification):
      chartCount += 1
      return typesetter.flatMap { draw(specification, picture, by: $0) }
    }
  }

  /// - Parameter fault: why numbers of formulas are not known.
  func faults(after fault: (any Error)?) -> [TypesettingFault] {
    let all = (fault.map { [TypesettingFault($0)] } ?? []) + found
    return all.enumerated().filter { !all[..<$0.offset].contains($0.element) }.map(\.element)
  }

  private mutating func draw(
    _ specification: String,
    _ picture: MarkdownPage.Picture,
    by typesetter: Typesetter
  ) -> String? {
    do {
      let chart = try typesetter.chart(
        specification,
        idPrefix: "\(idPrefix)chart-\(chartCount)-",
        subject: Subject(notebook.source.path, "chart \(chartCount)")
      )
      diagnostics += chart.warnings.map { Self.diagnostic(.warning, $0, picture, notebook) }
      return StandaloneSVG.text(chart.svg)
    } catch let error as ChartFault {
      diagnostics += error.messages.map { Self.diagnostic(.error, $0, picture, notebook) }
    } catch {
      let reason = TypesettingFault(error)
      if !found.contains(reason) { found.append(reason) }
    }
    return nil
  }

  private static func diagnostic(
    _ severity: Diagnostic.Severity,
    _ message: String,
    _ picture: MarkdownPage.Picture,
    _ notebook: Notebook
  ) -> Diagnostic {
    PageRenderer.chartDiagnostic(severity, message, in: notebook.source, at: picture.cell)
  }
}
