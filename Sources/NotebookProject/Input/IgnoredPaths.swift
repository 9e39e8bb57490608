import Files
import Foundation
import Processes

/// What git ignores in a folder, as git itself says: its rules stand in many places, hold for folders
/// within, can be taken back, and do not count for files that are kept all the same.
struct IgnoredPaths: Sendable {
  private var paths: Set<PathKey> = []
  /// Whether git was asked, and the folder is in a repository.
  private(set) var isComplete = false
  /// Why git could not be asked.
  private(set) var fault: String?

  /// Nothing is ignored.
  init() {}

  /// - Parameters:
  ///   - folder: where to look.
  ///   - isOutsideRepository: whether the rules count that lie in the folder, though it is no repository.
  init(below folder: String, isOutsideRepository: Bool = false) {
    var repository: EmptyRepository?
    if isOutsideRepository {
      repository = EmptyRepository()
      guard repository != nil else {
        fault = "git needs a folder in '\(EmptyRepository.place)', where none can be made"
        return
      }
    } else if !Self.isInRepository(folder) {
      return
    }
    defer { repository?.remove() }
    switch Self.list(folder, repository?.path) {
    case .success(let list): read(list)
    case .failure(let fault): self.fault = fault.message
    }
  }

  /// Whether a path below the folder is ignored, or lies in a folder that is.
  func contains(_ inner: String) -> Bool {
    guard !paths.isEmpty else { return false }
    var path = ""
    for name in RelativePath.names(inner) {
      path += path.isEmpty ? name : "/" + name
      if paths.contains(PathKey(path)) { return true }
    }
    return false
  }

  private mutating func read(_ list: Data) {
    isComplete = true
    for path in list.split(separator: 0) {
      let name = String(decoding: path, as: UTF8.self)
      // The folder itself is ignored: whoever names it means it.
      if name == "./" {
        paths = []
        return
      }
      paths.insert(PathKey(name.hasSuffix("/") ? String(name.dropLast()) : name))
    }
  }

  private struct Fault: Error { var message: String }

  private static func list(_ folder: String, _ repository: String?) -> Result<Data, Fault> {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "git", "ls-files", "--others", "--ignored", "--exclude-standard", "--directory", "-z",
    ]
    process.currentDirectoryURL = URL(filePath: folder.isEmpty ? "." : folder)
    // A hook of git sets these for another repository.
    var environment = ProcessInfo.processInfo.environment.filter { name, _ in
      !["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"].contains(name)
    }
    environment["GIT_OPTIONAL_LOCKS"] = "0"
    if let repository {
      environment["GIT_DIR"] = repository
      environment["GIT_WORK_TREE"] = "."
    }
    process.environment = environment
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    guard start(process) else { return .failure(Fault(message: "git cannot be started")) }
    let list = (try? output.fileHandleForReading.readToEnd()) ?? Data()
    process.waitUntilExit()
    switch process.terminationStatus {
    case 0: return .success(list)
    case 127: return .failure(Fault(message: "git is not installed"))
    default:
      return .failure(Fault(message: "'git ls-files' ends with \(process.terminationStatus) there"))
    }
  }

  private static func start(_ process: Process) -> Bool {
    guard let step = UnbrokenStep() else { return false }
    defer { step.end() }
    return (try? process.run()) != nil
  }

  /// Whether a folder, or one that it lies in, holds a repository.
  private static func isInRepository(_ folder: String) -> Bool {
    var here = URL(filePath: folder.isEmpty ? "." : folder).standardizedFileURL
      .resolvingSymlinksInPath()
    while true {
      if FileStatus.isThere(here.appending(path: ".git").path) { return true }
      let above = here.deletingLastPathComponent()
      guard above.path != here.path else { return false }
      here = above
    }
  }
}
