import Documents
import Files
import NotebookPrograms
import NotebookSyntax
import ResultStore

/// Compiled programs, kept where one is likely to run again as it is: where it reads something that may
/// change while its code does not.
struct CompiledPrograms: Sendable {
  private let use: StoreUse
  private let compiler: Compiler

  /// - Returns: `nil` where nothing is kept.
  init?(_ use: StoreUse?, _ compiler: Compiler) {
    guard let use else { return nil }
    self.use = use
    self.compiler = compiler
  }

  /// Puts a program where it would have been compiled to.
  /// - Returns: what the compiler had to say; `nil` where it has to be compiled.
  func restore(_ program: ProgramSource, to path: String) -> CompilerRemarks? {
    guard let remarks: [Diagnostic] = use.value(for: key(program, "compiler messages")),
      let bytes = use.bytes(for: key(program, "compiled program")),
      let file = try? OpenFile(making: path, permissions: 0o700),
      (try? file.write(bytes)) != nil
    else { return nil }
    return CompilerRemarks(diagnostics: remarks)
  }

  func keep(_ program: ProgramSource, at path: String, _ remarks: CompilerRemarks) {
    guard let bytes = WholeFile.bytes(of: path) else { return }
    use.keep(bytes: bytes, for: key(program, "compiled program"))
    use.keep(remarks.diagnostics, for: key(program, "compiler messages"))
  }

  /// The places in messages and traps are the notebook's of today, so all of the source counts.
  private func key(_ program: ProgramSource, _ kind: String) -> StoreKey {
    var parts = KeyParts(kind: ResultKind(kind, version: 1))
    parts.add(compiler)
    parts.add(compiler, importing: program.modules)
    parts.add(.source, program.text)
    return parts.key
  }
}

extension Notebook {
  /// Whether its cells read something besides their code, as far as it says so.
  var readsFromOutside: Bool {
    !environmentNames.isEmpty || !frontMatter.inputs.isEmpty
  }
}
