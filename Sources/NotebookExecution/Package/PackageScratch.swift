import Files
import Foundation
import ResultStore

/// The folder in which one package is built, among those of others.
///
/// It takes the place of the package's `.build` where another package manager holds that, as one does that
/// runs a plugin. Two packages in one such folder would undo each other's builds.
public struct PackageScratch: Sendable {
  /// The folder's path, from the root.
  public let path: String

  /// - Parameters:
  ///   - package: the package's folder.
  ///   - parent: the folder in which packages are built.
  public init(of package: String, in parent: String) {
    let folder = PathKey.realPath(package)
    var parts = KeyParts(kind: ResultKind("package-folder", version: 1))
    parts.add(.folder, folder)
    let name = URL(filePath: folder).lastPathComponent + "-" + parts.key.hex.prefix(8)
    path = Paths.join(URL(filePath: parent).standardizedFileURL.path, name)
  }
}
