import Foundation
import NotebookPrograms
import ResultStore

/// The symbols that programs use, as the compiler's index tells, or told when it was last asked.
struct SymbolUses: Sendable {
  private let compiler: Compiler
  private let toolchain: Toolchain
  private let options: RunOptions
  private let slots: WorkSlots

  init(_ compiler: Compiler, of toolchain: Toolchain, _ options: RunOptions, _ slots: WorkSlots) {
    self.compiler = compiler
    self.toolchain = toolchain
    self.options = options
    self.slots = slots
  }

  /// The identifiers (USR) of the symbols that a program uses.
  func symbols(in program: ProgramSource) async throws -> Set<String> {
    let memo = memo(program)
    if let known = memo.found() { return Set(known) }
    let library = try IndexLibrary.library(of: toolchain)
    let symbols = try await TemporaryFolder.with(in: options.temporaryFolder) { folder in
      try await slots.run {
        try await compiler.index(program, into: folder["index"], in: folder, name: "indexed")
      }
      return library.symbols(in: folder["index"])
    }
    // None at all is what a compiler gives that was ended.
    if !symbols.isEmpty { memo.keep(symbols.sorted()) }
    return symbols
  }

  private func memo(_ program: ProgramSource) -> Memo<[String]> {
    let kind = ResultKind("symbols used", version: 1)
    return Memo(kind, in: options.store, .json) { [compiler] in
      var parts = KeyParts(kind: kind)
      parts.add(compiler)
      parts.add(compiler, importing: program.modules)
      parts.add(.source, program.text)
      return parts
    }
  }
}

extension Compiler {
  /// Has the compiler note the uses of all names in a program, and make nothing else. What is wrong with the
  /// program is no matter: the rest is noted all the same.
  fileprivate func index(
    _ program: ProgramSource,
    into index: String,
    in folder: TemporaryFolder,
    name: String
  ) async throws {
    try folder.makeFolder(name)
    let place = folder.url.appending(path: name)
    let file = place.appending(path: "main.swift").path
    try Data(program.text.utf8).write(to: URL(filePath: file))
    let flags = key(importing: program.modules, .types, as: program.form).flags
    let words =
      [
        toolchain.compiler, "-index-file", "-index-file-path", file, file,
        "-o", place.appending(path: "main.o").path, "-index-store-path", index,
        "-index-ignore-system-modules",
      ] + flags.filter { $0 != "-typecheck" }
    let call = CompilerCall(
      words: words,
      folder: place.path,
      timeout: timeout,
      confinement: confinement
    )
    _ = try await call.run()
  }
}
