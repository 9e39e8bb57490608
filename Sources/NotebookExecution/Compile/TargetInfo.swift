import Foundation

/// What a compiler tells of what it compiles for.
struct TargetInfo: Decodable, Sendable {
  struct Target: Decodable, Sendable { var triple: String }
  struct Paths: Decodable, Sendable { var runtimeResourcePath: String }

  var target: Target
  var paths: Paths

  /// The folder of the toolchain that really compiles.
  var toolchain: String {
    URL(filePath: paths.runtimeResourcePath).deletingLastPathComponent()
      .deletingLastPathComponent().path
  }

  /// Asks a compiler.
  /// - Parameter folder: where it runs.
  static func of(_ toolchain: Toolchain, in folder: String, timeout: Duration) async throws
    -> TargetInfo
  {
    let words = [toolchain.compiler, "-print-target-info"]
    let told = try await CompilerCall(words: words, folder: folder, timeout: timeout).run().told
    return try JSONDecoder().decode(TargetInfo.self, from: Data(told.utf8))
  }
}
