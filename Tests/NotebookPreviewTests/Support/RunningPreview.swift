import Foundation
import TestSupport
import Testing

/// A preview of a scratch folder, in a process of its own: other tests keep the threads of this one busy.
final class RunningPreview: Sendable {
  private let folder: ScratchFolder
  private let program: Program

  /// - Parameters:
  ///   - path: the folder, or a notebook, in the scratch folder.
  ///   - host: where it listens.
  ///   - port: 0 for any.
  ///   - editor: the command by which a line is opened.
  init(
    of path: String = "",
    in folder: ScratchFolder,
    host: String = "127.0.0.1",
    port: UInt16 = 0,
    editor: String? = nil
  ) throws {
    self.folder = folder
    let path = path.isEmpty ? folder.url.path : folder.path(path)
    program = try Program(
      Self.worker,
      [path, folder.path(".store"), host, "\(port)"] + (editor.map { [$0] } ?? []),
      in: ScratchFolder()
    )
  }

  deinit { program.kill() }

  /// The built worker, which lies beside the test bundle.
  private static var worker: String {
    get throws {
      let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
      let folder = bundle?.deletingLastPathComponent() ?? Bundle.main.bundleURL
      let path = folder.appending(path: "previewworker").path
      try #require(FileManager.default.isExecutableFile(atPath: path), "\(path) is not built")
      return path
    }
  }

  /// Its address, once it can be reached.
  var address: String {
    get async throws {
      try await String(told("serving ").dropFirst("serving ".count))
    }
  }

  /// The first line of what was told that begins in some way, once there is one.
  @discardableResult
  func told(_ start: String, times: Int = 1) async throws -> String {
    let end = ContinuousClock.now + .seconds(Patience.limit)
    while .now < end {
      let found = all.filter { $0.hasPrefix(start) }
      if found.count >= times { return found[times - 1] }
      try await Task.sleep(for: .milliseconds(5))
    }
    throw LiveBrowser.Fault(description: "'\(start)' was never told, but \(all)")
  }

  /// All that was told.
  var all: [String] {
    let lines = program.printed.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    return lines.map { folder.relative(String($0)) }
  }

  /// Ends it.
  @discardableResult
  func end() async throws -> String {
    program.end()
    return try await status
  }

  /// How it ended, once it has.
  var status: String {
    get async throws {
      _ = try await program.result()
      return try await String(told("ended ").dropFirst("ended ".count))
    }
  }
}
