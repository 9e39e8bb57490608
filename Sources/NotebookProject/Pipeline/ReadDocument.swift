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
  /// The project file that it is under.
  let project: ProjectFile?

  /// - Parameters:
  ///   - use: what of it counts for who asks.
  ///   - project: the project file that it is under.
  /// - Returns: `nil` where the document cannot be read.
  init?(
    _ path: String,
    in files: FileView,
    for use: FileDependency.Use = .content,
    under project: ProjectFile?
  ) {
    guard let source = measured(.reading, { files.source(at: path, for: use) }) else { return nil }
    if let project { files.note(project.path, holding: project.source.bytes) }
    self.source = source
    self.project = project
  }

  /// A text that was read with another document, as one that it quotes: it is on its own.
  init(_ source: SourceText) {
    self.source = source
    project = nil
  }
}
