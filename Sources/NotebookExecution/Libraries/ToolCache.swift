import Files
import Foundation
import ResultStore

/// Where is kept what belongs to a toolchain and to no document: the libraries that were compiled with
/// it, and how its compiler is called.
///
/// It is the user's own folder for such things, so that each toolchain has its libraries compiled once
/// and not once for each store of results. Where that cannot be written, a folder of the user's among the
/// temporary ones serves.
public struct ToolCache: Sendable {
  /// The folder's path.
  let folder: String

  /// Where compiled libraries lie.
  var libraries: String { folder + "/libraries" }
  /// A store of small results about toolchains.
  var use: StoreUse {
    // That nothing can be kept is told where a library is.
    StoreUse(ResultStore(folder: folder + "/results", limit: 64 << 20) { _ in })
  }

  /// A store of what is found out about libraries, whoever imports them; `nil` where there is no place for it.
  public static var results: StoreUse? { try? usual.get().use }

  /// The first place that can be used; else the places that were tried.
  static let usual: Result<ToolCache, Missing> = {
    let places = [named, temporary].compactMap { $0 }
    for place in places {
      try? Folder.make(place, permissions: 0o700)
      // What others could write must not become part of a program.
      if isOwn(place), Folder.isUsable(place) {
        return .success(ToolCache(folder: place))
      }
    }
    return .failure(Missing(places: places))
  }()

  /// There is no place for it.
  struct Missing: Error {
    /// Where it was looked for.
    var places: [String]
  }

  private static var named: String? {
    let environment = ProcessInfo.processInfo.environment
    func folder(_ name: String) -> String? {
      environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    if let cache = folder("XDG_CACHE_HOME") { return cache + "/lectern" }
    let home = folder("HOME") ?? NSHomeDirectory()
    #if canImport(Darwin)
      return home + "/Library/Caches/lectern"
    #else
      return home + "/.cache/lectern"
    #endif
  }

  private static var temporary: String? {
    TemporaryFolder.usual.first(where: Folder.isUsable)
      .map { "\($0)/lectern-cache-\(getuid())" }
  }

  /// Whether a folder is the user's, and no other user can write there. A link to it is the user's choice
  /// where the user alone could make it.
  private static func isOwn(_ folder: String) -> Bool {
    guard let status = try? FileStatus(of: folder, followingLinks: true) else { return false }
    return status.isFolder && status.owner == geteuid() && status.permissions & 0o022 == 0
  }
}
