import ResultStore

/// What the keys of programs and of stored values have in common.
extension KeyParts {
  /// Adds how a program is compiled, with what the flags lead to: headers, module maps, libraries.
  mutating func add(_ compiler: Compiler) {
    add(.flags, texts: [compiler.swiftVersion] + compiler.flags.written)
    let files = compiler.flags.files
    if !files.isEmpty {
      add(
        .filesOfFlags,
        compiler.digests.key(ofFiles: files.map(\.path), names: files.map(\.name))
      )
    }
  }

  /// Adds the toolchain and the modules that a program links.
  mutating func add(_ compiler: Compiler, importing imported: Set<String>) {
    add(.toolchain, compiler.toolchain.identity)
    for (name, module) in compiler.libraries.modules(neededBy: imported) {
      add(.module[name], compiler.digests.key(of: module))
    }
  }
}
