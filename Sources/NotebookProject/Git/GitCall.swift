import Foundation
import Processes

/// A call of git that only looks.
enum GitCall {
  /// Why git tells nothing.
  enum Fault: Error {
    case notInstalled
    case notStarted
    /// It ended with a status, and said something.
    case failed(command: String, status: Int32, words: String)

    /// The same in words.
    var message: String {
      switch self {
      case .notInstalled: "git is not installed"
      case .notStarted: "git cannot be started"
      case .failed(let command, let status, _): "'git \(command)' ends with \(status) there"
      }
    }
  }

  /// What git prints.
  ///
  /// - Parameters:
  ///   - arguments: what is asked, the command first.
  ///   - folder: where.
  ///   - repository: a repository in place of the one that the folder is in.
  ///   - hearsErrors: whether what it says when it fails is wanted.
  static func output(
    of arguments: [String],
    in folder: String,
    repository: String? = nil,
    hearsErrors: Bool = false
  ) throws(Fault) -> Data {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    process.currentDirectoryURL = URL(filePath: folder.isEmpty ? "." : folder)
    process.environment = environment(repository)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = hearsErrors ? output : FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    guard start(process) else { throw .notStarted }
    let data = (try? output.fileHandleForReading.readToEnd()) ?? Data()
    process.waitUntilExit()
    switch process.terminationStatus {
    case 0: return data
    case 127: throw .notInstalled
    default:
      throw .failed(
        command: arguments.first ?? "",
        status: process.terminationStatus,
        words: hearsErrors ? String(decoding: data, as: UTF8.self) : ""
      )
    }
  }

  /// Names that git parts by zero bytes.
  static func names(in data: Data) -> [String] {
    data.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func environment(_ repository: String?) -> [String: String] {
    // A hook of git sets these for another repository.
    var environment = ProcessInfo.processInfo.environment.filter { name, _ in
      !["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"].contains(name)
    }
    environment["GIT_OPTIONAL_LOCKS"] = "0"
    if let repository {
      environment["GIT_DIR"] = repository
      environment["GIT_WORK_TREE"] = "."
    }
    return environment
  }

  private static func start(_ process: Process) -> Bool {
    guard let step = UnbrokenStep() else { return false }
    defer { step.end() }
    return (try? process.run()) != nil
  }
}
