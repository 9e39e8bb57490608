import Documents
import Files
import Foundation
import NotebookSyntax

/// Reads what a build that failed has printed.
struct BuildMessages: Sendable {
  /// The package's folder, as messages name it.
  let folder: String

  /// - Parameter folder: the package's folder, as messages name it.
  init(of folder: String) {
    self.folder = folder
  }

  /// The errors with their notes, each once: the compiler prints one for each of its jobs.
  ///
  /// What SwiftPM and the linker say without a place follows from errors that have one, or is all
  /// there is.
  func diagnostics(in output: PackageTool.Output) -> [Diagnostic] {
    let lines = (output.text + "\n" + output.errors)
      .split(separator: "\n", omittingEmptySubsequences: false)
    var groups: [[Diagnostic]] = []
    var seen: Set<Diagnostic> = []
    var isKept = false
    var files: [String: SourceText?] = [:]
    for line in lines {
      guard let placed = PlacedLine(line) else { continue }
      let diagnostic = diagnostic(placed, &files)
      switch diagnostic.severity {
      case .error:
        isKept = seen.insert(diagnostic).inserted
        if isKept { groups.append([diagnostic]) }
      case .warning:
        isKept = false
      case .note:
        if isKept { groups[groups.count - 1].append(diagnostic) }
      }
    }
    if groups.isEmpty {
      let unplaced = unplaced(in: lines)
      return unplaced.isEmpty ? [wordless(lines)] : unplaced
    }
    // The compiler's jobs come to their ends in any order.
    return groups.sorted { Self.place(of: $0) < Self.place(of: $1) }.flatMap { $0 }
  }

  private static func place(of group: [Diagnostic]) -> (String, Int, Int) {
    let first = group.first
    return (first?.path ?? "", first?.start?.line ?? 0, first?.start?.column ?? 0)
  }

  private func diagnostic(
    _ placed: PlacedLine,
    _ files: inout [String: SourceText?]
  ) -> Diagnostic {
    let path = DisplayPath(of: folder).path(placed.file)
    let source =
      files[path]
      ?? WholeFile.bytes(of: placed.file).map { SourceText(path: path, bytes: $0) }
    files[path] = source
    var end: SourcePosition?
    if placed.column != nil, let source {
      let start = source.offset(of: placed.position)
      end = source.position(at: SourceToken.end(at: start, in: source))
    }
    // Only the linker tells no column.
    let isLinker = placed.column == nil
    return Diagnostic(
      placed.severity,
      isLinker ? .linkerError : .compiler(placed.severity),
      placed.text,
      help: isLinker ? Self.linkerHelp : nil,
      path: path,
      start: placed.position,
      end: end
    )
  }

  /// What is said without a place, with the lines that belong to it.
  private func unplaced(in lines: [Substring]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for (number, line) in lines.enumerated() {
      guard let match = line.wholeMatch(of: /(?:([^ ]*): )?error: (.+)/),
        !match.output.2.contains(/command failed with exit code|^fatalError$/)
      else { continue }
      var text = String(match.output.2)
      var following = lines[(number + 1)...]
      var isManifest = false
      if let range = text.range(of: " (compiled with: [") {
        // The manifest's own words, without the command line.
        text = String(text[..<range.lowerBound])
        isManifest = true
        if let reason = following.popFirst()?.trimmed, !reason.isEmpty { text += ": \(reason)" }
      }
      while let next = following.popFirst(), next.first?.isWhitespace == true {
        text += " " + next.trimmed
      }
      let isLinker = match.output.1.map { !$0.hasPrefix("<") } == true
      let diagnostic = Diagnostic(
        .error,
        isLinker ? .linkerError : .packageError,
        text.hasSuffix(".") ? String(text.dropLast()) : text,
        help: isLinker
          ? Self.linkerHelp : isManifest ? nil : "'swift build' in that folder must succeed first",
        path: DisplayPath(of: folder).manifest
      )
      if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
    }
    return diagnostics
  }

  private func wordless(_ lines: [Substring]) -> Diagnostic {
    let last = lines.last { !$0.trimmed.isEmpty }
    return Diagnostic(
      .error,
      .packageError,
      "'swift build' failed and did not say why",
      help: last.map { "its last line is: \($0.trimmed)" },
      path: DisplayPath(of: folder).manifest
    )
  }

  private static let linkerHelp =
    "the package's programs must link; see that 'swift build' succeeds in its folder"
}

/// A line such as `/path/file.swift:1:2: error: text`.
private struct PlacedLine {
  var file: String
  var line: Int
  var column: Int?
  var severity: Diagnostic.Severity
  var text: String

  var position: SourcePosition { SourcePosition(line: line, column: column ?? 1) }

  init?(_ text: Substring) {
    guard text.hasPrefix("/"),
      let match = text.wholeMatch(
        of: /(.+?):(\d+):(?:(\d+):)? (?:fatal )?(error|warning|note): (.+)/
      ),
      let line = Int(match.output.2),
      let severity = Diagnostic.Severity(rawValue: String(match.output.4))
    else { return nil }
    file = String(match.output.1)
    self.line = line
    column = match.output.3.flatMap { Int($0) }
    self.severity = severity
    self.text = match.output.5.trimmed
  }
}
