import Foundation
import Testing

/// A program that a test starts, with what it prints kept in files, so that no pipe fills up.
struct Program {
  struct Result {
    var status: Int
    /// The signal that has ended it; `nil` where none has.
    var signal: Int32?
    var output: String
    var errors: String
  }

  private let process = Process()
  private let folder: ScratchFolder
  private let name = UUID().uuidString

  /// - Parameters:
  ///   - path: the program.
  ///   - environment: what is added to the test's own environment.
  ///   - folder: where it runs.
  init(
    _ path: String,
    _ arguments: [String],
    environment: [String: String] = [:],
    in folder: ScratchFolder
  ) throws {
    self.folder = folder
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    // Each test keeps its results to itself.
    process.environment = ProcessInfo.processInfo.environment
      .merging(["LECTERN_STORE": folder.path(".store")]) { $1 }.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try file("output")
    process.standardError = try file("errors")
    try process.run()
  }

  var id: Int32 { process.processIdentifier }
  var isRunning: Bool { process.isRunning }

  /// Ends the program so that it can do nothing more.
  func kill() { Foundation.kill(id, SIGKILL) }

  /// Waits for the program to end.
  func result() async throws -> Result {
    await withCheckedContinuation { continuation in
      // Not on a thread that other tests need to go on.
      DispatchQueue.global().async {
        process.waitUntilExit()
        continuation.resume()
      }
    }
    return Result(
      status: Int(process.terminationStatus),
      signal: process.terminationReason == .uncaughtSignal ? process.terminationStatus : nil,
      output: try folder.read(".\(name)/output"),
      errors: try folder.read(".\(name)/errors")
    )
  }

  private func file(_ kind: String) throws -> FileHandle {
    FileHandle(forWritingAtPath: try folder.write("", to: ".\(name)/\(kind)")) ?? .nullDevice
  }
}

extension Program {
  /// The built `render`, which lies beside the test bundle.
  static var render: String {
    get throws {
      let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
      let folder = bundle?.deletingLastPathComponent() ?? Bundle.main.bundleURL
      let path = folder.appending(path: "render").path
      try #require(
        FileManager.default.isExecutableFile(atPath: path),
        "the program \(path) is not built: swift build makes it"
      )
      return path
    }
  }

  /// The path of a program that a Debian package brings.
  static func installed(_ name: String, package: String) throws -> String {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let path = folders.map { "\($0)/\(name)" }.first(where: FileManager.default.isExecutableFile)
    return try #require(
      path,
      "the Debian package \(package) is missing: Scripts/setup --tests installs it"
    )
  }

  /// Runs `render` to its end.
  static func render(
    _ arguments: String...,
    environment: [String: String] = [:],
    in folder: ScratchFolder
  ) async throws -> Result {
    try await Program(render, arguments, environment: environment, in: folder).result()
  }
}
