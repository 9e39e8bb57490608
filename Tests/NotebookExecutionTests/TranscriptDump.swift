import Documents
import NotebookDisplay
import NotebookExecution
import NotebookSyntax
import NotebookTranscript

/// A transcript as text: the diagnostics with the words they underline, then what each piece did.
struct TranscriptDump {
  let text: String

  init(_ transcript: Transcript, of notebook: Notebook) {
    var lines = transcript.diagnostics.flatMap { Self.lines($0, in: notebook.source) }
    for piece in notebook.pieces {
      let line = notebook.source.position(at: piece.range.lowerBound).line
      guard let record = transcript.records[piece.id] else {
        lines.append("piece @\(line): no record")
        continue
      }
      lines.append("piece @\(line): \(record.status.rawValue)")
      lines += record.output.flatMap(Self.lines)
    }
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func lines(_ diagnostic: Diagnostic, in source: SourceText) -> [String] {
    let place = diagnostic.start.map { ":\($0)" } ?? ""
    var lines = [
      "\(diagnostic.path)\(place): \(diagnostic.severity.rawValue)[\(diagnostic.identifier)]: "
        + diagnostic.message
    ]
    if let start = diagnostic.start, let end = diagnostic.end {
      let marked = source[source.offset(of: start)..<source.offset(of: end)]
      let first = marked.split(separator: "\n").first ?? ""
      lines.append("  at: \(first)\(first.count < marked.count ? "…" : "")")
    }
    if let help = diagnostic.help { lines.append("  help: \(help)") }
    return lines
  }

  private static func lines(_ output: Transcript.Output) -> [String] {
    switch output {
    case .text(let text, let stream):
      let mark = stream == .standardOutput ? "  out| " : "  err| "
      return text.split(separator: "\n", omittingEmptySubsequences: false).map { mark + $0 }
    case .value(let bundle):
      return bundle.plain.split(separator: "\n", omittingEmptySubsequences: false).map {
        "  val| " + $0
      }
    }
  }
}
