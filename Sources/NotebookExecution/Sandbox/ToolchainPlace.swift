import Files
import Foundation

/// Where the files of a toolchain really lie, which a compiler in a sandbox must see: the `swiftc` on the `PATH` may be
/// a script or a toolchain manager that calls one elsewhere.
actor ToolchainPlace {
  /// What there is to be seen.
  struct Files: Sendable {
    /// Files and folders of the toolchain.
    var readable: [String]
    /// The folder with its programs.
    var programs: String
    /// Whether what is called in its place has no say but for where it is, as a toolchain manager.
    var isManaged = false

    /// A tool as it is called in the sandbox: links to it from elsewhere are not to be seen there.
    func program(_ tool: String) -> String {
      let isSeen = readable.contains { SandboxMounts.holds($0, tool) }
      guard !isSeen || isManaged, let name = tool.split(separator: "/").last else { return tool }
      let own = Paths.join(programs, String(name))
      return Toolchain.isProgram(own) ? own : tool
    }
  }

  /// What a compiler's own program is called.
  private static let compilers: Set = ["swift", "swiftc", "swift-driver", "swift-frontend"]

  private let toolchain: Toolchain
  private var found: Task<Files, Never>?

  init(_ toolchain: Toolchain) { self.toolchain = toolchain }

  /// Finds it out, the first time by asking the compiler, where it does not lie beside its own files.
  /// - Parameter folder: where the compiler runs.
  func files(askingIn folder: String, timeout: Duration) async -> Files {
    if let found { return await found.value }
    let task = Task { [toolchain] in
      let own = toolchain.folder.path
      guard toolchain.isElsewhere else {
        return Files(readable: [own], programs: Paths.join(own, "bin"))
      }
      let info = try? await TargetInfo.of(toolchain, in: folder, timeout: timeout)
      let program = URL(filePath: toolchain.compiler).resolvingSymlinksInPath()
      return Files(
        // What lies around a script that stands for the compiler is nothing of the toolchain.
        readable: [info?.toolchain, toolchain.compiler, program.path].compactMap(\.self),
        programs: Paths.join(info?.toolchain ?? own, "bin"),
        isManaged: !Self.compilers.contains(program.lastPathComponent)
      )
    }
    found = task
    return await task.value
  }
}
