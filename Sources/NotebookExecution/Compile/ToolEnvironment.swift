import Files
import Foundation
import Subprocess

/// The environment of the compiler and the package manager.
enum ToolEnvironment {
  /// The one of this process, with another temporary folder, so that what a tool leaves behind when it
  /// is ended or crashes goes with the folder.
  ///
  /// - Parameters:
  ///   - folder: the temporary folder.
  ///   - cache: where compiled modules of C are kept while the user's own folder for them cannot be
  ///     written.
  static func environment(in folder: String, cache: String) -> Environment {
    let usual = Environment.inherit.updating(["TMPDIR": folder])
    return hasCache ? usual : usual.updating(["XDG_CACHE_HOME": cache])
  }

  /// Whether the compiler can keep modules where it does so by itself.
  private static let hasCache: Bool = {
    let environment = ProcessInfo.processInfo.environment
    let named = environment["XDG_CACHE_HOME"].flatMap { $0.isEmpty ? nil : $0 }
    let home = environment["HOME"] ?? NSHomeDirectory()
    let folder = (named ?? home + "/.cache") + "/clang/ModuleCache"
    // The compiler takes each '%' for a part of the name that is to be chosen.
    guard !folder.contains("%") else { return false }
    try? Folder.make(folder)
    return Folder.isUsable(folder)
  }()
}
