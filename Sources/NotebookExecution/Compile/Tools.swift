import Foundation
import NotebookSyntax
import ResultStore
import Synchronization
import Timing

/// What all notebooks of a runner are compiled with. It is looked for once, when the first of them
/// needs it.
final class Tools: Sendable {
  /// The tools that were found.
  struct Found: Sendable {
    var toolchain: Toolchain
    var libraries: NotebookLibraries
    /// Whether libraries of a package are among them.
    var usesPackage = false
    let routes: DirectRoutes
    let digests: ModuleDigests
    let turns = ProgramTurns()

    init(toolchain: Toolchain, libraries: NotebookLibraries, _ use: StoreUse?) {
      self.toolchain = toolchain
      self.libraries = libraries
      routes = DirectRoutes(toolchain, use)
      digests = ModuleDigests(use)
    }
  }

  /// Why there are none.
  struct Missing: Error {
    var identifier: String
    var message: String
    var help: String

    /// The reason, told about a document.
    func diagnostic(path: String) -> Diagnostic {
      Diagnostic(.error, identifier, message, help: help, path: path)
    }
  }

  private let options: RunOptions
  private let found = Mutex<Result<Found, Missing>?>(nil)

  private let packages = Mutex<[String: SwiftPackage]>([:])

  init(_ options: RunOptions) { self.options = options }

  /// The tools for a notebook, with a package's libraries where it imports what nothing else has.
  /// - Throws: diagnostics that say what is missing, or why the package cannot be built.
  func get(importing modules: Set<String>, path: String) async throws(ToolFailure) -> Found {
    var (found, package) = try known(importing: modules, path: path)
    guard let package else { return found }
    do {
      found.libraries = found.libraries.merging(
        try await measured(.package) { () async throws(PackageFailure) in
          try await package.libraries()
        }
      )
      found.usesPackage = true
    } catch {
      let here = Diagnostic(
        .error,
        "package-not-built",
        "the package in '\(package.folder)', whose libraries this imports, cannot be built",
        help: "see what 'swift build' says of it",
        path: path
      )
      throw ToolFailure(diagnostics: [here] + error.diagnostics)
    }
    return found
  }

  /// The tools for a notebook as far as they are there already, and the package that must be built
  /// for the rest.
  func known(
    importing modules: Set<String>,
    path: String
  ) throws(ToolFailure) -> (found: Found, package: SwiftPackage?) {
    let found: Found
    switch get() {
    case .success(let tools): found = tools
    case .failure(let missing):
      throw ToolFailure(diagnostics: [missing.diagnostic(path: path)])
    }
    let isKnown =
      isFrozen
      || modules.allSatisfy {
        found.libraries.names.contains($0) || found.toolchain.hasModule($0)
      }
    return (found, isKnown ? nil : package(around: path))
  }

  private func package(around path: String) -> SwiftPackage? {
    guard let folder = options.package.folder(around: path) else { return nil }
    return packages.withLock { packages in
      let package = packages[folder] ?? SwiftPackage(folder: folder, swift: swift)
      packages[folder] = package
      return package
    }
  }

  /// The `swift` beside the compiler that was asked for.
  private var swift: String? {
    options.compiler.map {
      URL(filePath: $0).deletingLastPathComponent().appending(path: "swift").path
    }
  }

  /// The tools, or why there are none.
  private func get() -> Result<Found, Missing> {
    found.withLock { found in
      let result = found ?? measured(.tools) { find() }
      found = result
      return result
    }
  }

  /// Whether nothing will be compiled, so that there need be no compiler.
  private var isFrozen: Bool { options.store?.isFrozen ?? false }

  private func find() -> Result<Found, Missing> {
    if isFrozen {
      return .success(
        Found(toolchain: .none, libraries: NotebookLibraries(modules: [:]), options.store)
      )
    }
    guard let toolchain = Toolchain(compiler: options.compiler) else {
      return .failure(
        Missing(
          identifier: "toolchain-missing",
          message: options.compiler.map { "there is no Swift compiler at '\($0)'" }
            ?? "there is no 'swiftc' on the PATH",
          help: "install Swift 6.2 or later from https://swift.org/install"
        )
      )
    }
    guard let libraries = options.libraries ?? .ofThisProgram() else {
      return .failure(
        Missing(
          identifier: "libraries-missing",
          message: "the libraries that notebooks import are not beside this program",
          help: "run it with 'swift run render', or set LECTERN_LIBRARIES to the folder that "
            + "'swift build --show-bin-path' prints"
        )
      )
    }
    return .success(Found(toolchain: toolchain, libraries: libraries, options.store))
  }
}

extension Tools {
  /// Adds the tools by the stamps of their files.
  /// - Returns: whether they are there and are not being built.
  func addStamps(to parts: inout KeyParts) -> Bool {
    guard !isFrozen, case .success(let found) = get() else { return false }
    parts.add("toolchain", texts: [found.toolchain.compiler, found.toolchain.identity])
    let modules = found.libraries.modules.sorted { $0.key < $1.key }
    return modules.allSatisfy { name, module in
      parts.add(
        "module \(name)",
        texts: module.dependencies + (module.importArguments + module.linkArguments).flatMap { $0 }
      )
      return parts.add("module \(name)", stampsOf: module.files)
    }
  }
}

/// Why a notebook's programs cannot be made at all.
struct ToolFailure: Error {
  var diagnostics: [Diagnostic]
}
