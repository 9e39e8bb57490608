import Documents
import Timing

// A document's way. Each stage is a value that is made of the one before, holds it, and has what there
// is to say of its own; whoever needs no more stops.
//
//     path → ReadDocument → ParsedDocument → RunDocument → CheckedDocument → LaidOutDocument
//
// Plans and explanations stop before anything runs, `verify` after the checks, and pages are written at
// the end (`WrittenPage`).

/// A document's text.
struct ReadDocument: Sendable {
  let source: SourceText

  /// - Returns: `nil` where the document cannot be read.
  init?(_ path: String, in files: DocumentFiles) {
    guard let source = measured(.reading, { files.source(at: path) }) else { return nil }
    self.source = source
  }

  /// A text that was read with another document, as one that it quotes.
  init(_ source: SourceText) { self.source = source }
}
