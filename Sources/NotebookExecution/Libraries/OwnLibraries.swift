import LibrarySources
import ResultStore

/// The libraries that notebooks import, made by the user's own compiler from the sources that travel with
/// this program.
///
/// Each is compiled when a notebook first imports it, with optimization, and then kept for the
/// toolchain. What they are called and where they lie is known before: a program's key needs no
/// compiled library.
struct OwnLibraries: Sendable {
  /// The libraries, whether they are compiled yet or not.
  let libraries: NotebookLibraries
  private let builds: [String: LibraryBuild]
  private let works: [String: SharedWork<Result<Void, any Error>>]

  /// The names of all of them, as a notebook imports them.
  static let names = LibrarySource.all.map(\.name)

  /// - Parameters:
  ///   - toolchain: what they are compiled with.
  ///   - cache: where they are kept.
  ///   - slots: what they wait for before they are compiled.
  init(_ toolchain: Toolchain, in cache: ToolCache, _ slots: WorkSlots) {
    var modules: [String: NotebookLibraries.Module] = [:]
    var builds: [String: LibraryBuild] = [:]
    var works: [String: SharedWork<Result<Void, any Error>>] = [:]
    for source in LibrarySource.all {
      let needed = source.dependencies.compactMap { name in modules[name].map { (name, $0) } }
      let build = LibraryBuild(source, needing: needed, with: toolchain, in: cache.libraries)
      modules[source.name] = build.module
      builds[source.name] = build
      let before = source.dependencies.compactMap { works[$0] }
      works[source.name] = SharedWork {
        for work in before {
          guard let result = await work.finished() else { return nil }
          if case .failure = result { return result }
        }
        do {
          return .success(try await build.ensure(slots))
        } catch {
          return Task.isCancelled ? nil : .failure(error)
        }
      }
    }
    libraries = NotebookLibraries(modules: modules)
    self.builds = builds
    self.works = works
  }

  /// Compiles what a program needs of them and is not there yet, side by side.
  /// - Parameter beginning: is called before anything is compiled.
  /// - Throws: why one of them cannot be compiled.
  func compile(neededBy imported: Set<String>, beginning: () -> Void) async throws {
    let names = libraries.modules(neededBy: imported).map(\.name)
    let missing = names.filter { builds[$0]?.isDone == false }
    if missing.isEmpty { return }
    beginning()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for work in missing.compactMap({ works[$0] }) {
        group.addTask {
          guard let result = await work.finished() else { throw CancellationError() }
          try result.get()
        }
      }
      try await group.waitForAll()
    }
  }
}
