import Documents
import Files
import Foundation
import NotebookPrograms
import NotebookSyntax
import ResultStore

/// What determines what comes of a program: its code, what it imports, how it is compiled, and what
/// its author declares that it reads. Prose, captions, line numbers and the document's name do not.
struct ProgramKey {
  private(set) var parts: KeyParts

  /// - Parameters:
  ///   - task: what is done with the program.
  ///   - folder: the folder in which it runs, where that counts; see ``ProgramFolder``.
  ///   - source: the document.
  ///   - inputs: what its author declares that it reads.
  ///   - compiler: what compiles it.
  ///   - asksForPlace: whether a module that it imports asks for the places of its calls.
  ///   - isForAnyTools: whether the toolchain and the modules do not count, so that the last result is
  ///     found where there are none.
  init(
    _ task: ProgramTask,
    in folder: String?,
    of source: SourceText,
    _ inputs: DeclaredInputs,
    _ compiler: Compiler,
    asksForPlace: Bool = false,
    isForAnyTools: Bool = false
  ) {
    parts = KeyParts(kind: isForAnyTools ? ResultKind.transcript.withoutTools : .transcript)
    let pieces = task.pieces
    parts.add(.role, task.role)
    if let folder { parts.add(.folder, folder) }
    parts.add(compiler)
    if !isForAnyTools { parts.add(compiler, importing: pieces.importedModules) }
    // A default value asks for the place of the call, so that all places count if one does.
    if asksForPlace || pieces.contains(where: \.mentionsPlace) {
      let places = pieces.map { "\(source.position(at: $0.piece.range.lowerBound))" }
      parts.add(.place, texts: [source.path] + places)
    }
    for piece in pieces {
      parts.add(piece.piece.part, texts: Self.texts(of: piece, in: source))
    }
    parts.add(.order, texts: pieces.map { $0.piece.isCell ? "cell" : "value" })
    parts.add(inputs)
  }

  /// A piece's code and the way in which it is run. Where its lines begin counts, because that is where
  /// messages about it stand.
  private static func texts(of piece: ParsedPiece, in source: SourceText) -> [String] {
    let code = piece.code
    var role: String
    switch piece.piece {
    case .cell(let cell): role = cell.mode.rawValue
    case .value: role = "value"
    }
    if piece.isNotRun { role += " not run" }
    if piece.callsEntry { role += " main" }
    let source = piece.source(in: source)
    let columns = code.lineOrigins.dropFirst(role == "value" ? 1 : 0).map {
      source.position(at: $0).column
    }
    return [role, columns.map(String.init).joined(separator: " "), code.text]
  }
}

extension Piece {
  /// What it is called among the parts of a key.
  fileprivate var part: PartName { isCell ? .cell : .value }

  fileprivate var isCell: Bool {
    if case .cell = self { true } else { false }
  }
}

extension Toolchain {
  /// Tells this toolchain from others, also on another machine: the compiler's size and age.
  var identity: String {
    let folder = URL(filePath: compiler).resolvingSymlinksInPath().deletingLastPathComponent()
    let files = [compiler, folder.appending(path: "swift-frontend").path]
    return files.map { path in
      let file = URL(filePath: path).resolvingSymlinksInPath().path
      let status = try? FileStatus(of: file)
      return "\(status?.size ?? 0) \(status?.time.seconds ?? 0)"
    }
    .joined(separator: ", ")
  }
}
