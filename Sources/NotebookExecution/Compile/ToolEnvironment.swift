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
    return userCache != nil ? usual : usual.updating(["XDG_CACHE_HOME": cache])
  }

  /// The user's folder of caches, where the compiler keeps modules by itself; `nil` where it cannot.
  static let userCache: String? = {
    let environment = ProcessInfo.processInfo.environment
    let named = environment["XDG_CACHE_HOME"].flatMap { $0.isEmpty ? nil : $0 }
    let home = environment["HOME"] ?? NSHomeDirectory()
    let cache = named ?? home + "/.cache"
    let folder = modules(in: cache)
    // The compiler takes each '%' for a part of the name that is to be chosen.
    guard !folder.contains("%") else { return nil }
    try? Folder.make(folder)
    return Folder.isUsable(folder) ? cache : nil
  }()

  /// Where compiled modules of C are in a folder of caches.
  static func modules(in cache: String) -> String { cache + "/clang/ModuleCache" }
}
