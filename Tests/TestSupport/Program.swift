import Foundation
import Processes

/// A program that a test starts, with what it prints kept in files, so that no pipe fills up.
package struct Program: Sendable {
  /// How it ended, and what it printed.
  package struct Result: Sendable {
    package var status: Int
    /// The signal that has ended it; `nil` where none has.
    package var signal: Int32?
    package var output: String
    package var errors: String
  }

  private let process = Process()
  private let hasEnded = DispatchSemaphore(value: 0)
  private let folder: ScratchFolder
  private let name = UUID().uuidString

  /// - Parameters:
  ///   - path: the program.
  ///   - environment: what is added to the test's own environment.
  ///   - folder: where it runs.
  package init(
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
    // Foundation's own waiting asks over and over, which takes a core from all others.
    process.terminationHandler = { [hasEnded] _ in hasEnded.signal() }
    try process.run()
  }

  /// The number of its process.
  package var id: Int32 { process.processIdentifier }
  package var isRunning: Bool { process.isRunning }

  /// What it has printed so far.
  package var printed: String { (try? folder.read(".\(name)/output")) ?? "" }

  /// Asks the program to end.
  package func end() { Foundation.kill(id, SIGTERM) }

  /// Ends the program so that it can do nothing more.
  package func kill() { Foundation.kill(id, SIGKILL) }

  /// Waits for the program to end.
  package func result() async throws -> Result {
    // Not on a thread that other tests need to go on.
    await WaitingThreads.result { [hasEnded] in
      hasEnded.wait()
      // For whoever asks once more.
      hasEnded.signal()
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
