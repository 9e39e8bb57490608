import Documents
import Files
import Foundation
import NotebookPrograms
import NotebookSyntax
import NotebookTranscript

/// What a package offers, and what of it examples use. Both are known by the compiler: the first from its symbol
/// graph, the second from the index that it makes of the very programs that were verified. So operators, overloads,
/// members that several types have, and what is called without being named are told apart, which names alone
/// could not.
extension NotebookRunner {
  /// What the libraries of a package offer to those who import them.
  /// - Parameters:
  ///   - package: the package's folder.
  ///   - modules: the modules that are asked for; empty for those of all libraries.
  public func publicSymbols(
    of package: String,
    modules: [String] = []
  ) async throws(SymbolFault) -> [PublicSymbol] {
    let path = Paths.join(package, "Package.swift")
    do {
      guard let layout = PackageLayout(of: package, in: FileView()), !layout.libraries.isEmpty
      else {
        throw SymbolFault(
          "no library is found in this package's manifest",
          help: "coverage is told of the targets of '.library(…)'",
          about: path
        )
      }
      let asked = modules.isEmpty ? layout.libraries : Set(modules)
      if let other = modules.first(where: { !layout.libraries.contains($0) }) {
        let libraries = layout.libraries.sorted()
        throw SymbolFault(
          "this package has no library '\(other)'",
          help: nearestName(to: other, in: libraries).map { "did you mean '\($0)'?" }
            ?? "its libraries are \(libraries.joined(separator: ", "))",
          about: path
        )
      }
      // Those of the package itself, also where a notebook would import others of the same name.
      let toolchain = try tools.known(importing: [], path: path).found.toolchain
      guard let libraries = try await tools.package(around: path)?.libraries() else { return [] }
      return try await TemporaryFolder.with(in: options.temporaryFolder) { folder in
        var symbols: [PublicSymbol] = []
        for module in asked.sorted() {
          let needed = libraries.modules(neededBy: [module])
          guard let library = libraries.modules[module] else {
            throw SymbolFault(
              "the library '\(module)' is in the manifest, and was not built",
              help: "see what 'swift build' says of it",
              about: path
            )
          }
          // A library of C has no symbols of Swift.
          guard let file = library.file else { continue }
          try await extract(module, file, needed.map(\.module), toolchain, in: folder)
        }
        for name in Folder.names(in: folder.path) where name.hasSuffix(".symbols.json") {
          guard let bytes = WholeFile.bytes(of: folder[name]) else { continue }
          let graph = try JSONDecoder().decode(SymbolGraph.self, from: Data(bytes))
          symbols += graph.publicSymbols
        }
        return symbols.sorted {
          ($0.module, $0.path, $0.line, $0.column) < ($1.module, $1.path, $1.line, $1.column)
        }
      }
    } catch {
      throw SymbolFault(error, about: path)
    }
  }

  /// Has the toolchain write what a module offers into a folder.
  private func extract(
    _ module: String,
    _ file: String,
    _ needed: [NotebookLibraries.Module],
    _ toolchain: Toolchain,
    in folder: TemporaryFolder
  ) async throws {
    let options = needed.flatMap(\.importArguments).filter { option in
      ["-Xcc", "-I", "-F"].contains { option.first?.hasPrefix($0) ?? false }
    }
    let folders = Set(([file] + needed.compactMap(\.file)).map { Paths.path(".", beside: $0) })
    let words =
      [
        toolchain.symbolExtractor, "-module-name", module,
        "-target", try await triple(of: toolchain, in: folder),
        "-output-dir", folder.path, "-minimum-access-level", "public", "-skip-synthesized-members",
      ] + folders.sorted().flatMap { ["-I", $0] } + options.flatMap { $0 }
    let call = CompilerCall(
      words: words,
      folder: folder.path,
      timeout: self.options.compilerTimeout
    )
    let result = try await slots.run { try await call.run() }
    guard result.isSuccess else {
      throw SymbolFault(
        "the symbols of '\(module)' cannot be listed: \(result.messages.firstError)",
        help: "see what 'swift package dump-symbol-graph' says of it",
        about: module
      )
    }
  }

  /// What the compiler calls the platform that it compiles for.
  private func triple(
    of toolchain: Toolchain,
    in folder: TemporaryFolder
  ) async throws -> String {
    try await TargetInfo.of(toolchain, in: folder.path, timeout: options.compilerTimeout).target
      .triple
  }

  /// The symbols to which cells of a notebook refer, by their identifiers, as the compiler's index tells.
  /// - Parameters:
  ///   - cells: the cells that count, by their ids; they are known to compile together or alone.
  ///   - access: what its programs may see and change beyond themselves.
  public func symbolsUsed(
    in notebook: Notebook,
    by cells: Set<Int>,
    access: ProgramAccess = ProgramAccess()
  ) async throws(SymbolFault) -> Set<String> {
    let (parsed, plans) = plans(of: notebook.running(only: cells))
    let programs = plans.filter(\.hasProgram)
    guard !programs.isEmpty else { return [] }
    do {
      let found = try await tools.get(
        importing: programs.importedModules,
        path: notebook.source.path
      )
      let run = NotebookRun(
        options,
        tools: found,
        slots: slots,
        notebook: parsed,
        .none,
        access: (access, sandbox)
      )
      let uses = SymbolUses(run.compiler, of: found.toolchain, options, slots)
      var symbols: Set<String> = []
      for plan in programs {
        symbols.formUnion(
          try await uses.symbols(in: Sifting(plan.pieces, in: notebook.source).program())
        )
      }
      return symbols
    } catch {
      throw SymbolFault(error, about: notebook.source.path)
    }
  }
}

extension Notebook {
  /// The notebook with nothing to be run but some cells, whatever is to be done with them otherwise.
  fileprivate func running(only cells: Set<Int>) -> Notebook {
    var notebook = self
    notebook.rules.triesCellsAlone = false
    for index in pieces.indices {
      guard case .cell(var cell) = pieces[index] else { continue }
      // A listing names what it does not use.
      cell.mode = cells.contains(cell.id) && cell.exemption == nil ? .run : .ignore
      notebook.pieces[index] = .cell(cell)
    }
    return notebook
  }
}

extension String {
  /// The first line that tells of an error, or the first.
  fileprivate var firstError: String {
    let lines = split(separator: "\n")
    return String(lines.first { $0.contains("error: ") } ?? lines.first ?? "it says nothing")
  }
}
