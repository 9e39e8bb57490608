import Files
import NotebookExecution
import Synchronization

/// The modules that files belong to, by the packages around them.
final class PackageModules: Sendable {
  private let files: FileView
  private let layouts = Mutex<[String: PackageLayout?]>([:])

  /// - Parameter files: how manifests are read.
  init(_ files: FileView) { self.files = files }

  /// Whether a file lies in a package.
  func isInPackage(_ path: String) -> Bool { layout(around: path) != nil }

  /// The module that a file belongs to; `nil` where it belongs to none.
  func module(ofFile path: String) -> PackageLayout.Module? {
    layout(around: path)?.module(ofFile: path)
  }

  private func layout(around path: String) -> PackageLayout? {
    guard let folder = SwiftPackage.around(path) else { return nil }
    if let known = layouts.withLock({ $0[folder] }) { return known }
    let found = PackageLayout(of: folder, in: files)
    layouts.withLock { $0[folder] = .some(found) }
    return found
  }
}
