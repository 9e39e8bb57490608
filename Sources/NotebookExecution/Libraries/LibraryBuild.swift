import Files
import Foundation
import LibrarySources
import ResultStore
import Subprocess

/// One library and one toolchain: where the compiled library lies, and how it comes there.
///
/// A folder with all its files is made aside and then moved to its place, so that it is there whole or
/// not at all. Of several processes that want it one compiles, and the others wait.
struct LibraryBuild: Sendable {
  /// The library as a program imports it, once it is there.
  let module: NotebookLibraries.Module

  private let source: LibrarySource
  private let compiler: String
  private let folder: String
  private let place: String
  private let importArguments: [String]
  private let level: ProcessorLevel

  /// Raised when the arguments for the compiler change.
  private static let version = 2

  /// - Parameters:
  ///   - source: the library's sources.
  ///   - needed: the libraries that it imports, with their names.
  ///   - toolchain: what compiles it.
  ///   - folder: where compiled libraries lie.
  ///   - level: the processor that it is compiled for.
  init(
    _ source: LibrarySource,
    needing needed: [(name: String, module: NotebookLibraries.Module)],
    with toolchain: Toolchain,
    in folder: String,
    for level: ProcessorLevel = .own
  ) {
    // The toolchain counts for a program by itself.
    var parts = KeyParts(kind: ResultKind("library", version: Self.version))
    parts.add(.name, source.name)
    for file in source.files { parts.add(.moduleFile, texts: [file.name, file.text]) }
    for (_, module) in needed { if let key = module.key { parts.add(.library, key) } }
    var compiled = KeyParts(kind: ResultKind("compiled library", version: Self.version))
    compiled.add(.library, parts.key)
    compiled.add(.toolchain, toolchain.identity)
    // Not the program's affair: its results are the same on each.
    compiled.add(.processor, texts: [level.rawValue])
    self.source = source
    self.level = level
    self.folder = folder
    compiler = toolchain.compiler
    importArguments = needed.flatMap { name, module in
      module.file.map { ["-Xfrontend", "-swift-module-file=\(name)=\($0)"] } ?? []
    }
    place = "\(folder)/\(source.name)-\(compiled.key.hex.prefix(16))"
    module = NotebookLibraries.Module(
      key: parts.key,
      file: "\(place)/\(source.name).swiftmodule",
      objects: ["\(place)/\(source.name).o"],
      dependencies: needed.map(\.name)
    )
  }

  /// Whether it is there.
  var isDone: Bool { CompiledLibrary(in: place).isWhole }

  /// Compiles the library unless it is there.
  /// - Parameter slots: what is waited for before it is compiled.
  /// - Throws: `LibraryFault`, or whatever else keeps a notebook's programs from being compiled.
  func ensure(_ slots: WorkSlots) async throws {
    if isDone { return }
    do {
      try Folder.make(folder)
      try await LockFile.holding(place + ".lock") {
        // Another process may have made it meanwhile.
        if isDone { return }
        CompiledLibrary.removeUnused(in: folder)
        // Not beside the others: the compiler does not work in a folder of any name.
        try await slots.run {
          try await TemporaryFolder.with(in: nil) { temporary in
            try temporary.makeFolder("library")
            try await compile(in: temporary["library"])
            try await keep(from: temporary["library"])
          }
        }
      }
    } catch {
      if let full = NoRoom(in: folder) { throw full }
      guard let reason = Self.reason(error) else { throw error }
      throw LibraryFault.failed(library: source.name, reason: reason)
    }
  }

  /// Why a file cannot be written; `nil` for what has gone wrong otherwise.
  private static func reason(_ error: any Error) -> String? {
    switch error {
    case let fault as SystemFault: fault.reason
    case let fault as WholeFile.Fault: fault.message
    case is CocoaError, is POSIXError: error.localizedDescription
    default: nil
    }
  }

  private func compile(in work: String) async throws {
    let call = CompilerCall(
      words: try arguments(writingSourcesTo: work),
      folder: work,
      timeout: .seconds(600)
    )
    let result: CompilerCall.Result
    do {
      result = try await call.run()
    } catch let error as SubprocessError {
      throw Compiler.Fault.notStarted(compiler: compiler, "\(error)")
    }
    if result.isSuccess, CompiledLibrary.files(of: source.name, areIn: work) { return }
    guard result.messages.contains("error:") else {
      throw Compiler.Fault.crash(compiler: compiler, result.messages)
    }
    throw LibraryFault.refused(
      library: source.name,
      compiler: compiler,
      messages: result.messages
    )
  }

  private func keep(from work: String) async throws {
    try await TemporaryFolder.with(in: folder) { new in
      try CompiledLibrary(in: new.url.path).take(source.name, from: work)
      // What is there is not whole.
      try? Folder.remove(place)
      try Folder.move(new.url.path, to: place)
    }
  }

  private func arguments(writingSourcesTo work: String) throws -> [String] {
    var files: [String] = []
    for file in source.files {
      let url = URL(filePath: work).appending(path: "sources/\(file.name)")
      try Folder.make(url.deletingLastPathComponent().path)
      try Data(file.text.utf8).write(to: url)
      files.append(url.path)
    }
    return [compiler] + files + [
      "-O", "-whole-module-optimization", "-parse-as-library", "-swift-version", "6",
      "-package-name", "lectern", "-module-name", source.name, "-c",
      "-o", "\(work)/\(source.name).o", "-emit-module",
      "-emit-module-path", "\(work)/\(source.name).swiftmodule",
      // What backtraces need, without the name of a folder that is gone.
      "-gline-tables-only", "-file-prefix-map", "\(work)/sources=/\(source.name)",
      "-file-compilation-dir", "/\(source.name)",
      "-avoid-emit-module-source-info", "-no-color-diagnostics", "-diagnostic-style", "llvm",
      "-suppress-warnings",
    ] + level.compilerArguments + importArguments
  }
}
