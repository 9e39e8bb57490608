import Foundation
import TestSupport
import Testing

/// The worker, or a shell that starts it, as a process of its own.
final class WorkerProcess {
  private let process = Process()
  private let hasEnded = DispatchSemaphore(value: 0)
  private let output = Pipe()

  convenience init(_ arguments: [String]) throws {
    try self.init(program: Self.path, arguments)
  }

  init(program: String, _ arguments: [String]) throws {
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    // Foundation's own waiting asks over and over, which takes a core from all others.
    process.terminationHandler = { [hasEnded] _ in hasEnded.signal() }
    try process.run()
  }

  /// Runs shell code to its end; `$WORKER` is the worker, `$1` … are the arguments.
  static func shell(_ code: String, _ arguments: [String]) throws -> (status: Int32, text: String) {
    let code = "WORKER='\(try path)'; \(code)"
    let process = try WorkerProcess(program: "/bin/sh", ["-c", code, "sh"] + arguments)
    let text = process.text()
    return (process.wait(), text)
  }

  /// Waits for the first output, which the worker makes when it is about to begin.
  func waitUntilReady() { _ = output.fileHandleForReading.availableData }

  func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }

  /// All that it prints, until it ends.
  func text() -> String {
    let data = (try? output.fileHandleForReading.readToEnd()) ?? nil
    return String(decoding: data ?? Data(), as: UTF8.self)
  }

  @discardableResult
  func wait() -> Int32 {
    hasEnded.wait()
    // For whoever asks once more.
    hasEnded.signal()
    return process.terminationStatus
  }

  /// The built worker, which lies beside the test bundle.
  static var path: String {
    get throws {
      let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
      let folder = bundle?.deletingLastPathComponent() ?? Bundle.main.bundleURL
      let path = folder.appending(path: "storeworker").path
      try #require(FileManager.default.isExecutableFile(atPath: path), "\(path) is not built")
      return path
    }
  }
}
