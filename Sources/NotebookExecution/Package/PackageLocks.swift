import Files
import Foundation
import Processes

/// The locks by which package managers wait for each other.
///
/// SwiftPM keeps them in its temporary folder, where it also leaves folders behind that nobody needs. One
/// that is given a temporary folder of its own, which is removed after it, must still find the locks of
/// all others.
struct PackageLocks {
  /// Where all others have them.
  private let usual = Folder.temporary
  /// Those of the package that were not there before.
  private let new: Set<String>

  /// Lets a temporary folder lead to the locks in the usual one.
  /// - Parameters:
  ///   - build: where the package is built.
  ///   - folder: the temporary folder.
  init(on build: String, linkedInto folder: String) {
    let present = Folder.names(in: usual)
    let build = URL(filePath: build).resolvingSymlinksInPath().path
    let own = [build, build + "/workspace-state.json"].map(Self.name)
    new = Set(own).subtracting(present)
    for lock in Set(present.filter { $0.hasSuffix(".lock") } + own) {
      try? Folder.link(folder + "/" + lock, to: usual + "/" + lock)
    }
  }

  /// Whether a package manager that waits for this process holds a folder in which packages are built: so does
  /// `swift test` while tests run, and to wait for it would never end.
  /// - Parameter build: where the package is built.
  static func areHeldByCaller(on build: String) -> Bool {
    let path = URL(filePath: build).resolvingSymlinksInPath().path
    let holders = HeldFiles.holders(of: Folder.temporary + "/" + name(ofLockFor: path))
    return !Set(holders).isDisjoint(with: holders.isEmpty ? [] : ProcessTable.ancestors)
  }

  /// What the lock of a file or folder is called.
  private static func name(ofLockFor path: String) -> String {
    path.replacing("/", with: "_").replacing(":", with: "_") + ".lock"
  }

  /// Removes the locks that came with this use of them, but for those that somebody has taken since.
  func removeNew() {
    if !new.isEmpty { HeldFiles.removeLeftovers(in: usual, where: new.contains) }
  }
}
