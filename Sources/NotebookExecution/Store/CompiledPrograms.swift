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

  /// A program, and what the compiler had to say.
  private struct Compiled: Sendable {
    var remarks: [Diagnostic]
    var program: ArraySlice<UInt8>

    static let coding = ResultCoding<Compiled> { compiled in
      guard let remarks = ResultCoding<[Diagnostic]>.json.encode(compiled.remarks) else {
        return nil
      }
      var bytes: [UInt8] = []
      bytes.append(sized: remarks)
      return bytes + compiled.program
    } decode: { bytes in
      var reader = ByteReader(bytes)
      guard let json = reader.takeBytes(),
        let remarks = ResultCoding<[Diagnostic]>.json.decode(json[...])
      else { return nil }
      return Compiled(remarks: remarks, program: reader.rest)
    }
  }

  /// Puts a program where it would have been compiled to.
  /// - Returns: what the compiler had to say; `nil` where it has to be compiled.
  func restore(_ program: ProgramSource, to path: String) -> CompilerRemarks? {
    guard let compiled = memo(program).found(),
      let file = try? OpenFile(making: path, permissions: 0o700),
      (try? file.write(Array(compiled.program))) != nil
    else { return nil }
    return CompilerRemarks(diagnostics: compiled.remarks)
  }

  func keep(_ program: ProgramSource, at path: String, _ remarks: CompilerRemarks) {
    guard let bytes = WholeFile.bytes(of: path) else { return }
    memo(program).keep(Compiled(remarks: remarks.diagnostics, program: bytes[...]))
  }

  /// The places in messages and traps are the notebook's of today, so all of the source counts.
  private func memo(_ program: ProgramSource) -> Memo<Compiled> {
    let kind = ResultKind("compiled program", version: 2)
    return Memo(kind, in: use, Compiled.coding) { [compiler] in
      var parts = KeyParts(kind: kind)
      parts.add(compiler)
      parts.add(compiler, importing: program.modules)
      parts.add(.source, program.text)
      return parts
    }
  }
}

extension Notebook {
  /// Whether its cells read something besides their code, as far as it says so.
  var readsFromOutside: Bool {
    !environmentNames.isEmpty || !frontMatter.inputs.isEmpty
  }
}
