import Files
import Foundation
import NotebookSyntax

/// How the programs of one document are kept from what is not theirs.
struct Confinement: Sendable {
  /// Whether they are to run in a sandbox.
  let mode: SandboxMode
  private let finder: SandboxFinder
  let surroundings: Sandbox.Surroundings
  /// The folders that they may write, as they were given.
  let outputs: [String]

  /// - Parameters:
  ///   - access: what the document's reader allows.
  ///   - tools: what they are compiled with, of which they load a part when they run.
  ///   - hidden: folders that are nobody's but this program's.
  init(
    _ access: ProgramAccess,
    _ options: RunOptions,
    _ finder: SandboxFinder,
    of notebook: Notebook,
    in workingFolder: String,
    with tools: Tools.Found,
    hiding hidden: [String]
  ) {
    mode = options.sandbox ?? access.sandbox
    self.finder = finder
    outputs = access.outputs
    let root = access.root ?? workingFolder
    let folders = [root, workingFolder] + [tools.package, tools.scratch].compactMap(\.self)
    surroundings = Sandbox.Surroundings(
      workingFolder: workingFolder,
      readable: folders + DeclaredInputs.paths(of: notebook),
      writable: access.outputs.map { $0.hasPrefix("/") ? $0 : Paths.join(root, $0) },
      hidden: hidden + folders.map { Paths.join($0, ".lectern") },
      environment: Set(notebook.frontMatter.environment)
    )
  }

  /// Whether programs run in a sandbox here.
  var isInUse: Bool {
    guard mode != .off else { return false }
    if case .success = finder.find() { return true }
    return hasLesser
  }

  /// Whether programs make a sandbox for themselves where there is no tool for another.
  private var hasLesser: Bool { mode == .auto && LesserSandbox.isPossible }

  /// Whether programs are given a variable of this process.
  func shows(variable name: String) -> Bool {
    surroundings.environment.contains(name) || Sandbox.isUsual(name)
  }

  /// What to do where a program failed because of the sandbox.
  var advice: SandboxAdvice { SandboxAdvice(surroundings: surroundings) }

  /// The sandbox; `nil` where programs run like any other.
  /// - Throws: ``SandboxFault`` where they must not run so.
  func sandbox() throws(SandboxFault) -> Sandbox? {
    guard mode != .off else { return nil }
    switch finder.find() {
    case .success(let sandbox): return sandbox
    case .failure(let fault):
      if mode == .on { throw fault }
      return nil
    }
  }

  /// How a program is started; `nil` where it runs like any other.
  /// - Parameters:
  ///   - place: a folder of its own, in which it begins; `nil` for the document's.
  ///   - folder: what it needs at hand.
  /// - Throws: ``SandboxFault`` where it must not run so.
  func command(
    for program: String,
    in place: String?,
    with folder: TemporaryFolder
  ) throws(SandboxFault) -> Sandbox.Command? {
    let sandbox = try sandbox()
    guard sandbox != nil || hasLesser else { return nil }
    var surroundings = surroundings
    surroundings.ownFolder = place
    surroundings.needed = [folder.path] + Self.libraries(of: program)
    // One that cannot be made is told by the cell that writes to it.
    for output in surroundings.writable { try? Folder.make(output) }
    if let sandbox { return sandbox.command(for: [program], surroundings) }
    let scratch = program + ".scratch"
    guard (try? Folder.makeNew(scratch, permissions: 0o700)) != nil || FileStatus.isThere(scratch)
    else { return nil }
    return LesserSandbox.command(for: program, surroundings, scratch: scratch)
  }

  /// The folders of Swift's own libraries that a program loads. Others that it names could be anybody's.
  private static func libraries(of program: String) -> [String] {
    RunPaths(of: program).folders.filter {
      FileStatus.isThere(Paths.join($0, "libswiftCore.so"))
    }
  }

  /// Takes note that there is no sandbox, for a program is to run without.
  /// - Parameter fault: what seems to be wrong. A program can say as much, to run without.
  /// - Throws: ``SandboxFault`` where there is one, or it must not run without.
  func goOn(without fault: SandboxFault) async throws(SandboxFault) {
    guard mode == .auto, case .success(let sandbox) = finder.find(),
      let proven = await sandbox.fault()
    else { throw fault }
    finder.note(proven)
  }
}
