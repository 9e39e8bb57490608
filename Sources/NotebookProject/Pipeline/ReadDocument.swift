import Documents
import Files
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

  /// - Parameter use: what of it counts for who asks.
  /// - Returns: `nil` where the document cannot be read.
  init?(_ path: String, in files: FileView, for use: FileDependency.Use = .content) {
    guard let source = measured(.reading, { files.source(at: path, for: use) }) else { return nil }
    self.source = source
  }

  /// A text that was read with another document, as one that it quotes.
  init(_ source: SourceText) { self.source = source }
}
