import Documents
import Foundation
import NotebookSyntax

/// A limit of open files that is too low for running programs, as `ulimit -n` may set it. Processes
/// fail then in ways that tell nothing of it.
package struct NoDescriptors: Error {
  private let limit: Int
  private let need: Int

  /// - Parameter width: how many processes work side by side.
  /// - Returns: `nil` where there are enough.
  init?(width: Int) { self.init(needing: 24 + 9 * width) }

  /// - Parameter count: how many files may have to be open.
  /// - Returns: `nil` where they may be.
  package init?(needing count: Int) {
    var limits = rlimit()
    guard getrlimit(Self.resource, &limits) == 0 else { return nil }
    need = count
    limit = Int(clamping: limits.rlim_cur)
    guard limit < need else { return nil }
    // Those who may have more have them.
    limits.rlim_cur = min(limits.rlim_max, 1024)
    if limits.rlim_cur >= need, setrlimit(Self.resource, &limits) == 0 { return nil }
  }

  /// In a sentence.
  package var message: String {
    "only \(limit) files may be open at once, and \(need) are needed; allow more with 'ulimit -n 256'"
  }

  func diagnostic(path: String) -> Diagnostic {
    Diagnostic(
      .error,
      .fewDescriptors,
      "cells cannot be run where only \(limit) files may be open at once",
      help: "allow \(need) or more with 'ulimit -n \(max(need, 256))', or fewer jobs with '--jobs'",
      path: path
    )
  }

  #if canImport(Glibc)
    private static let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
  #else
    private static let resource = RLIMIT_NOFILE
  #endif
}
