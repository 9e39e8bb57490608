import Files
import Foundation

/// A Swift package whose libraries notebooks import.
///
/// Each stage makes a new value:
///
///     Package.swift → PackageTool.Output → BuildDescription, BuildManifest → NotebookLibraries
///
/// 1. `swift build` builds the package, once for all who ask (`SharedWork`, `PackageTool`), unless it is known
///    that nothing changed since (`KnownBuild`);
/// 2. where that fails, what it printed becomes diagnostics (`BuildMessages`);
/// 3. else the records of the build say what each module needs (`BuildDescription`,
///    `BuildManifest`, `BuiltModules`, `LinkerSettings`).
public final class SwiftPackage: Sendable {
  /// The package's folder, as messages name it.
  public let folder: String
  /// Where it is built; `nil` for its `.build`.
  public let scratch: PackageScratch?

  private let build: SharedWork<Result<NotebookLibraries, PackageFault>>

  /// - Parameters:
  ///   - folder: the folder that holds `Package.swift`.
  ///   - swift: the path of `swift`; `nil` takes the one beside the first `swiftc` on the `PATH`,
  ///     else the first on the `PATH`.
  ///   - scratch: where it is built; `nil` for its `.build`.
  public init(folder: String, swift: String? = nil, scratch: PackageScratch? = nil) {
    self.folder = folder
    self.scratch = scratch
    build = SharedWork {
      do throws(PackageFault) {
        return .success(try await Self.libraries(of: folder, swift: swift, scratch))
      } catch {
        return Task.isCancelled ? nil : .failure(error)
      }
    }
  }

  /// The libraries that a notebook can import: the package's own modules and those of its
  /// dependencies that they need.
  ///
  /// The package is built when this is first asked for, and not again, whatever comes of it. All who
  /// ask wait for the same build; it is ended when the tasks of all of them are cancelled.
  ///
  /// - Throws: what kept the package from being built.
  public func libraries() async throws(PackageFault) -> NotebookLibraries {
    guard let result = await build.finished() else { throw .cancelled(folder) }
    return try result.get()
  }

  /// The package that a document belongs to: the nearest folder at or above it that holds a
  /// `Package.swift`, or `nil` where there is none.
  /// - Returns: the folder's path, from the current folder where it is beneath that.
  public static func around(_ documentPath: String) -> String? {
    var folder = URL(filePath: documentPath).standardizedFileURL
    while !hasManifest(folder.path) {
      guard folder.pathComponents.count > 1 else { return nil }
      folder.deleteLastPathComponent()
    }
    return DisplayPath.fromCurrentFolder(folder.path)
  }

  /// What a package is built from, before its build tells that.
  static func files(in folder: String) -> [String] {
    ["Package.swift", "Sources"].map { Paths.join(folder, $0) }
  }

  private static func hasManifest(_ folder: String) -> Bool {
    FileStatus.isThere("\(folder)/Package.swift")
  }

  private static func libraries(
    of folder: String,
    swift: String?,
    _ scratch: PackageScratch?
  ) async throws(PackageFault) -> NotebookLibraries {
    guard hasManifest(folder) else { throw .noManifest(in: folder) }
    let path = URL(filePath: folder).standardizedFileURL.path
    guard let tool = PackageTool(program: swift, folder: path, scratch: scratch?.path) else {
      throw .noTool(swift, for: folder)
    }
    if let known = KnownBuild.libraries(of: tool) { return known }
    let inputs = BuildInputs(of: tool)
    do {
      let output = try await tool.build()
      guard output.isSuccess else {
        throw PackageFault(diagnostics: BuildMessages(of: folder).diagnostics(in: output))
      }
      let place = try await tool.buildFolder()
      let buildFolder = place.text.trimmingCharacters(in: .whitespacesAndNewlines)
      guard place.isSuccess, buildFolder.hasPrefix("/") else {
        throw PackageFault.unreadable("'swift build --show-bin-path' names no folder", in: folder)
      }
      let description = try BuildDescription(in: buildFolder)
      ResourceBundles(description, in: buildFolder).removeStale()
      let manifest = try BuildManifest(in: buildFolder)
      let modules = BuiltModules(
        of: path,
        in: buildFolder,
        description: description,
        manifest: manifest
      )
      let libraries = try await NotebookLibraries(
        modules: LinkerSettings.adding(to: modules, with: tool)
      )
      KnownBuild.keep(
        libraries,
        of: tool,
        from: inputs,
        sources: description.sources + manifest.compilations.flatMap(\.inputs),
        records: [BuildDescription.file(in: buildFolder)]
      )
      return libraries
    } catch let failure as PackageFault {
      throw failure
    } catch let missing as BuildRecordMissing {
      throw .unreadable(missing.reason, in: folder)
    } catch {
      throw .failed(error, in: folder)
    }
  }
}
