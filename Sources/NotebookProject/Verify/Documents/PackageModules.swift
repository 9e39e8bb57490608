import Files
import Foundation
import NotebookExecution
import Synchronization

/// The modules that files belong to, by the packages around them.
final class PackageModules: Sendable {
  private let files: FileView
  private let known = Mutex(Known())

  private struct Known {
    /// The package around each folder.
    var packages: [String: String?] = [:]
    var layouts: [String: PackageLayout?] = [:]
  }

  /// - Parameter files: how manifests are read.
  init(_ files: FileView) { self.files = files }

  /// The folder of the package that a file lies in; `nil` where it lies in none.
  func package(around path: String) -> String? {
    let folder = Paths.path("", beside: path)
    if let package = known.withLock({ $0.packages[folder] }) { return package }
    let package = SwiftPackage.around(path)
    known.withLock { $0.packages[folder] = .some(package) }
    return package
  }

  /// The module that a file belongs to; `nil` where it belongs to none.
  func module(ofFile path: String) -> PackageLayout.Module? {
    package(around: path).flatMap(layout)?.module(ofFile: path)
  }

  /// What a package is made of; `nil` where it cannot be read.
  func layout(of package: String) -> PackageLayout? {
    if let layout = known.withLock({ $0.layouts[package] }) { return layout }
    let layout = PackageLayout(of: package, in: files)
    known.withLock { $0.layouts[package] = .some(layout) }
    return layout
  }
}
