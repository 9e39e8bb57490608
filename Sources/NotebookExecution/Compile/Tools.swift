import Documents
import Files
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
    let place: ToolchainPlace
    var libraries: NotebookLibraries
    /// Those among them that are compiled when they are needed.
    let own: OwnLibraries?
    /// The folder of the package whose libraries are among them.
    var package: String?
    /// Where that is built, if not in its own folder.
    var scratch: String?
    let routes: DirectRoutes
    let digests: ModuleDigests
    let turns = ProgramTurns()

    /// Finds what is compiled with a toolchain.
    /// - Parameters:
    ///   - cache: where what belongs to the toolchain is kept.
    init(_ toolchain: Toolchain, in cache: ToolCache, _ options: RunOptions, _ slots: WorkSlots) {
      let own = OwnLibraries(toolchain, in: cache, slots)
      self.toolchain = toolchain
      place = ToolchainPlace(toolchain)
      self.own = own
      libraries = own.libraries.merging(options.libraries)
      routes = DirectRoutes(toolchain, cache.use)
      digests = ModuleDigests(options.store)
    }

    /// What the package is built from, as far as some modules need it.
    func packageFiles(importing modules: Set<String>) -> [String] {
      guard let package else { return [] }
      let sources = libraries.modules(neededBy: modules).flatMap(\.module.sources)
      // What a build writes itself follows from the rest.
      let written = ["/.build/"] + (scratch.map { [Paths.join($0, "")] } ?? [])
      return [Paths.join(package, "Package.swift")]
        + sources.filter { source in !written.contains(where: source.contains) }
    }

    /// Nothing, where nothing is compiled.
    init(nothingBut use: StoreUse?) {
      toolchain = .none
      place = ToolchainPlace(.none)
      own = nil
      libraries = NotebookLibraries(modules: [:])
      routes = DirectRoutes()
      digests = ModuleDigests(use)
    }
  }

  /// Why there are none.
  struct Missing: Error {
    var kind: Diagnostic.Kind
    var message: String
    var help: String

    /// The reason, told about a document.
    func diagnostic(path: String) -> Diagnostic {
      Diagnostic(.error, kind, message, help: help, path: path)
    }
  }

  private let options: RunOptions
  private let slots: WorkSlots
  private let found = Mutex<Result<Found, Missing>?>(nil)

  private let packages = Mutex<[String: SwiftPackage]>([:])

  /// - Parameter slots: what is waited for before anything is compiled.
  init(_ options: RunOptions, _ slots: WorkSlots) {
    self.options = options
    self.slots = slots
  }

  /// The tools for a notebook, with a package's libraries where it imports what nothing else has.
  /// - Parameter progress: is told when libraries are compiled.
  /// - Throws: `ToolFault` with diagnostics that say what is missing, or why the package cannot be
  ///   built; or what else keeps the libraries from being compiled.
  func get(
    importing modules: Set<String>,
    path: String,
    progress: (RunProgress) -> Void = { _ in }
  ) async throws -> Found {
    var (found, package) = try known(importing: modules, path: path)
    do {
      try await measured(.libraries) {
        try await found.own?.compile(neededBy: modules) { progress(.compilingLibraries) }
      }
    } catch let failure as LibraryFault {
      throw ToolFault(diagnostics: [failure.diagnostic(path: path)])
    }
    guard let package else { return found }
    progress(.buildingPackage)
    do {
      found.libraries = found.libraries.merging(
        try await measured(.package) { () async throws(PackageFault) in
          try await package.libraries()
        }
      )
      found.package = package.folder
      found.scratch = package.scratch?.path
    } catch {
      let here = Diagnostic(
        .error,
        .packageNotBuilt,
        "the package in '\(package.folder)', whose libraries this imports, cannot be built",
        help: "see what 'swift build' says of it",
        path: path
      )
      throw ToolFault(
        diagnostics: [here] + error.diagnostics,
        packageFiles: SwiftPackage.files(in: package.folder)
      )
    }
    return found
  }

  /// The tools for a notebook as far as they are there already, and the package that must be built
  /// for the rest.
  func known(
    importing modules: Set<String>,
    path: String
  ) throws(ToolFault) -> (found: Found, package: SwiftPackage?) {
    let found: Found
    switch get() {
    case .success(let tools): found = tools
    case .failure(let missing):
      throw ToolFault(diagnostics: [missing.diagnostic(path: path)])
    }
    let isKnown =
      isFrozen
      || modules.allSatisfy {
        found.libraries.names.contains($0) || found.toolchain.hasModule($0)
      }
    return (found, isKnown ? nil : package(around: path))
  }

  func package(around path: String) -> SwiftPackage? {
    guard let folder = options.package.folder(around: path) else { return nil }
    return packages.withLock { packages in
      let package =
        packages[folder]
        ?? SwiftPackage(folder: folder, swift: swift, scratch: scratchFolder(of: folder))
      packages[folder] = package
      return package
    }
  }

  /// Where a package is built; `nil` for its own folder.
  private func scratchFolder(of package: String) -> PackageScratch? {
    if let folder = options.scratchFolder { return PackageScratch(of: package, in: folder) }
    let build = Paths.join(package, ".build")
    guard PackageLocks.areHeldByCaller(on: build) else { return nil }
    return PackageScratch(of: package, in: Paths.join(build, "lectern"))
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
      return .success(Found(nothingBut: options.store))
    }
    guard let toolchain = Toolchain(compiler: options.compiler) else {
      return .failure(
        Missing(
          kind: .toolchainMissing,
          message: options.compiler.map { "there is no Swift compiler at '\($0)'" }
            ?? "there is no 'swiftc' on the PATH",
          help: "install Swift 6.2 or later from https://swift.org/install"
        )
      )
    }
    switch ToolCache.usual {
    case .success(let cache):
      return .success(Found(toolchain, in: cache, options, slots))
    case .failure(let missing):
      return .failure(
        Missing(
          kind: .cacheMissing,
          message: "there is no folder in which the libraries of notebooks can be kept: neither "
            + missing.places.map { "'\($0)'" }.joined(separator: " nor ") + " can be used",
          help: "set XDG_CACHE_HOME to a folder that only you can write"
        )
      )
    }
  }
}

extension Tools {
  /// Adds the tools by the stamps of their files.
  /// - Returns: whether they are there and are not being built.
  func addStamps(to parts: inout KeyParts) -> Bool {
    guard !isFrozen, case .success(let found) = get() else { return false }
    parts.add(.toolchain, texts: [found.toolchain.compiler, found.toolchain.identity])
    let modules = found.libraries.modules.sorted { $0.key < $1.key }
    return modules.allSatisfy { name, module in
      parts.add(
        .module[name],
        texts: module.dependencies + (module.importArguments + module.linkArguments).flatMap { $0 }
      )
      if let key = module.key {
        parts.add(.module[name], key)
        return true
      }
      return parts.add(.module[name], stampsOf: module.files)
    }
  }
}

/// Why a notebook's programs cannot be made at all.
struct ToolFault: Error {
  var diagnostics: [Diagnostic]
  /// What the package is built from that cannot be built.
  var packageFiles: [String] = []
}
