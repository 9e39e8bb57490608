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
  /// Marks of variants that are wrong.
  var diagnostics: [Diagnostic] { text.diagnostics }
  /// The text, with what its variant leaves out.
  let text: VariantText

  /// A notebook in its variant.
  /// - Parameter use: what of it counts for who asks.
  /// - Returns: `nil` where it cannot be read.
  init?(_ input: NotebookInput, in files: FileView, for use: FileDependency.Use = .content) {
    guard let document = Self.read(input.path, in: files, for: use, under: input.project) else {
      return nil
    }
    let known = ProjectFile.variants(of: input.project)
    self.init(VariantText(document, in: input.variant, of: known), under: input.project)
  }

  /// A document in each of its variants.
  /// - Parameter project: the project file that it is under.
  /// - Returns: the whole document, and its texts; `nil` where it cannot be read.
  static func all(
    at path: String,
    in files: FileView,
    under project: ProjectFile?
  ) -> (source: SourceText, variants: [ReadDocument])? {
    guard let source = read(path, in: files, for: .content, under: project) else { return nil }
    let texts = VariantText.all(of: source, ProjectFile.variants(of: project))
    return (source, texts.map { ReadDocument($0, under: project) })
  }

  private static func read(
    _ path: String,
    in files: FileView,
    for use: FileDependency.Use,
    under project: ProjectFile?
  ) -> SourceText? {
    guard let source = measured(.reading, { files.source(at: path, for: use) }) else { return nil }
    if let project { files.note(project.path, holding: project.source.bytes) }
    return source
  }

  private init(_ text: VariantText, under project: ProjectFile?) {
    source = text.source
    self.text = text
    self.project = project
  }

  /// A text that was read already.
  /// - Parameter project: the project file that it is under.
  init(_ source: SourceText, under project: ProjectFile?) {
    self.init(VariantText(source, in: nil, of: VariantText.usual), under: project)
  }

  /// A text that was read with another document, as one that it quotes: it is on its own.
  init(_ source: SourceText) {
    self.init(VariantText(source, in: nil, of: VariantText.usual), under: nil)
  }
}
