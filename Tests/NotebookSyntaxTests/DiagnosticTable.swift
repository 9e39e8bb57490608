import Documents
import NotebookSyntax

/// What the parser says of a document, as a line for each message.
func messages(_ text: String, isLabelledElsewhere: (String) -> Bool = { _ in false }) -> [String] {
  let source = SourceText(path: "a.md", text: text)
  return NotebookParser.parse(source, isLabelledElsewhere: isLabelledElsewhere).diagnostics
    .map { "\($0.severity) \($0.start?.description ?? "-") \($0.identifier)" }
}

/// The document's tree without places.
func outline(_ text: String) -> [String] {
  NotebookParser.parse(SourceText(path: "a.md", text: text)).dump.split(separator: "\n")
    .map { String($0).replacing(#/ @\d+:\d+-\d+:\d+/#, with: "") }
}
