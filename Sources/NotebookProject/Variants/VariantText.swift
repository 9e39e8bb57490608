import Documents
import NotebookSyntax

/// A notebook's text in one variant: what is for others alone is blank, and all else stays where it is. So numbers,
/// labels, programs, pages and what is kept of them know nothing of it.
struct VariantText: Sendable {
  let source: SourceText
  /// Marks that mark nothing, or name no variant.
  private(set) var diagnostics: [Diagnostic] = []
  /// The variant whose text it is; `nil` where nothing in it is for one variant alone.
  private(set) var variant: String?
  /// The labels that are left out, and the variants that have them.
  private(set) var leftOut: [String: String] = [:]

  /// The variants of a course that names none.
  static let usual = ["student", "teacher"]

  /// - Parameters:
  ///   - source: the notebook.
  ///   - variant: the variant; `nil` for all that is in the notebook.
  ///   - known: the course's variants.
  init(_ source: SourceText, in variant: String?, of known: [String]) {
    guard let parts = Self.parts(of: source) else {
      self.source = source
      return
    }
    diagnostics = parts.marked.diagnostics + Self.unknown(parts.marked, known, in: source)
    guard let variant else {
      self.source = source
      return
    }
    self.source = parts.marked.text { $0 != variant }
    self.variant = variant
    for part in parts.marked.parts where part.mark.variant != variant {
      for label in parts.notebook.labels where part.range.contains(label.range.lowerBound) {
        leftOut[label.name] = part.mark.variant
      }
    }
  }

  /// A notebook as it is handed out in a variant: without the lines of what is for others.
  static func handout(of source: SourceText, in variant: String?) -> [UInt8] {
    guard let variant, let parts = parts(of: source) else { return source.bytes }
    let text = parts.marked.text { $0 != variant }.bytes
    var kept: [UInt8] = []
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? text.count
      let isBlank = text[start..<end].allSatisfy { $0.isASCIIWhitespace || $0 == UInt8(ascii: ">") }
      if !isBlank || text[start..<end] == source.bytes[start..<end] { kept += text[start..<end] }
      start = end
    }
    return kept
  }

  /// The texts of all variants, each once.
  static func all(of source: SourceText, _ known: [String]) -> [VariantText] {
    guard parts(of: source) != nil else { return [VariantText(source, in: nil, of: known)] }
    var seen: Set<[UInt8]> = []
    return known.map { VariantText(source, in: $0, of: known) }
      .filter { seen.insert($0.source.bytes).inserted }
  }

  /// - Returns: `nil` where there is nothing that only some variants have.
  private static func parts(of source: SourceText) -> (notebook: Notebook, marked: VariantParts)? {
    // A Swift source is no notebook, though its comments may hold some.
    if case .source = DocumentForm(source.path) { return nil }
    guard mayHaveParts(source.bytes) else { return nil }
    let notebook = NotebookParser.parse(source, isLabelledElsewhere: { _ in true })
    let parts = VariantParts(of: notebook)
    let isEmpty = parts.parts.isEmpty && parts.comments.isEmpty && parts.diagnostics.isEmpty
    return isEmpty ? nil : (notebook, parts)
  }

  /// Whether a mark may stand in a text: few texts are to be read twice.
  private static func mayHaveParts(_ bytes: [UInt8]) -> Bool {
    let word = Array("only".utf8)
    var at = 0
    while let found = bytes[at...].firstRange(of: word) {
      at = found.upperBound
      if at < bytes.count, bytes[at] == UInt8(ascii: "=") { return true }
      let before = bytes[..<found.lowerBound].reversed().drop { $0.isASCIIWhitespace }
      if before.starts(with: "--!<".utf8) || before.starts(with: "dne".utf8) { return true }
    }
    return false
  }

  private static func unknown(
    _ parts: VariantParts,
    _ known: [String],
    in source: SourceText
  ) -> [Diagnostic] {
    var seen: Set<VariantMark> = []
    return parts.parts.map(\.mark).filter {
      !known.contains($0.variant) && seen.insert($0).inserted
    }
    .map { mark in
      Diagnostic(
        .error,
        .unknownVariant,
        "there is no variant '\(mark.variant)'",
        help: nearestName(to: mark.variant, in: known).map { "did you mean '\($0)'?" }
          ?? "the variants are \(known.joined(separator: ", ")); "
          + "'variants:' in \(ProjectFile.name) names those of a course",
        in: source,
        at: mark.range
      )
    }
  }
}

extension VariantText {
  /// What was found wrong on reading the notebook, with the reason why labels are missing.
  func advising(_ diagnostics: [Diagnostic], in notebook: Notebook) -> [Diagnostic] {
    guard !leftOut.isEmpty else { return diagnostics }
    let names = Dictionary(
      notebook.referencedLabels.map {
        (notebook.source.position(at: $0.range.lowerBound), $0.name)
      },
      uniquingKeysWith: { first, _ in first }
    )
    return diagnostics.map { diagnostic in
      guard diagnostic.kind == .unknownLabel, let start = diagnostic.start, let name = names[start],
        let variant = leftOut[name]
      else { return diagnostic }
      var advised = diagnostic
      advised.help =
        "only the variant '\(variant)' has it: mark what refers to it with 'only=\(variant)', too"
      return advised
    }
  }
}

extension ProjectFile {
  /// The variants that notebooks under a project file can have.
  static func variants(of project: ProjectFile?) -> [String] {
    project?.variants ?? VariantText.usual
  }
}
