import Files
import Foundation

/// Where a store is.
package enum StorePlace {
  /// How much a store may hold.
  package static let limit = 1 << 30

  private static let name = ".lectern"

  /// The folder that was named, or that the environment names, or `.lectern` in the nearest folder above
  /// the documents that has one, or else beside them.
  package static func folder(named: String?, for paths: [String]) -> String {
    if let named { return named }
    if let named = ProcessInfo.processInfo.environment["LECTERN_STORE"], !named.isEmpty {
      return named
    }
    let first = paths.first ?? "."
    let url = URL(filePath: first).standardizedFileURL
    let isFolder = (try? FileStatus(of: first, followingLinks: true))?.isFolder ?? false
    let home = isFolder ? url : url.deletingLastPathComponent()
    var folder = home
    while folder.pathComponents.count > 1 {
      let place = folder.appending(path: name)
      if FileStatus.isThere(place.path) { return place.path }
      folder.deleteLastPathComponent()
    }
    return home.appending(path: name).path
  }
}
