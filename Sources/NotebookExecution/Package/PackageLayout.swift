import Files
import Foundation
import NotebookPrograms

/// Which files of a package belong to which of its targets, by its manifest and by where targets lie
/// that say nothing.
package struct PackageLayout: Sendable {
  /// The package's folder.
  package let folder: String
  /// The modules that its products give to others; all libraries where no product is written in literals.
  package let libraries: Set<String>
  private let targets: [(place: String, names: [PathKey], target: PackageManifest.Target)]

  /// A module that sources belong to.
  package struct Module: Sendable, Hashable {
    /// What it is imported as.
    package var name: String
    /// Whether a program can import it: tests, macros and plugins belong to other programs.
    package var canBeImported: Bool
  }

  /// - Parameters:
  ///   - folder: the folder that holds `Package.swift`.
  ///   - files: how the manifest is read.
  package init?(of folder: String, in files: FileView) {
    guard let bytes = files.contents(of: Paths.join(folder, "Package.swift")) else { return nil }
    self.folder = folder
    let manifest = PackageManifest(String(decoding: bytes, as: UTF8.self))
    let ownTargets = Set(manifest.targets.filter { $0.kind == .target }.map(\.name))
    let exported = manifest.exportedTargets.intersection(ownTargets)
    libraries = Set((exported.isEmpty ? ownTargets : exported).map(ModuleName.of))
    targets = manifest.targets.flatMap { target in
      let places =
        target.path.map { [$0] }
        ?? Self.usualFolders(target.kind).map {
          Paths.join($0, target.name)
        }
      return places.map { (place: $0, names: Self.names($0), target: target) }
    }
    .sorted { $0.names.count > $1.names.count }
  }

  /// Where a target lies that does not name its folder.
  private static func usualFolders(_ kind: PackageManifest.Target.Kind) -> [String] {
    switch kind {
    case .testTarget: ["Tests", "Sources", "Source", "src", "srcs"]
    case .plugin: ["Plugins"]
    case .target, .executableTarget, .macro: ["Sources", "Source", "src", "srcs"]
    }
  }

  /// The folders in which the sources of a module may lie; none where the manifest has no such target.
  package func folders(ofModule name: String) -> [String] {
    targets.filter { $0.target.kind == .target && ModuleName.of(target: $0.target.name) == name }
      .map { Paths.join(folder, $0.place) }
  }

  /// The module that a file belongs to; `nil` where it belongs to none.
  package func module(ofFile path: String) -> Module? {
    let here = Self.names(PathKey.realPath(folder))
    let there = Self.names(PathKey.realPath(path))
    guard there.count > here.count, there.starts(with: here) else { return nil }
    let inner = there.dropFirst(here.count)
    if let found = targets.first(where: {
      inner.starts(with: $0.names) && inner.count > $0.names.count
    }) {
      return Module(
        name: ModuleName.of(target: found.target.name),
        canBeImported: [.target, .executableTarget].contains(found.target.kind)
      )
    }
    // A target that the manifest does not name in literals.
    guard inner.count > 2, let first = inner.first, Self.sources.contains(first),
      let name = PathKey.realPath(path).split(separator: "/").dropFirst(here.count + 1).first
    else { return nil }
    return Module(name: ModuleName.of(target: String(name)), canBeImported: true)
  }

  /// The modules that are made of some, or need them: of a target that does not say what it needs it is
  /// taken that it needs all.
  /// - Parameter names: the names of modules.
  package func modules(needing names: Set<String>) -> Set<String> {
    var all = names
    var users: [String: [String]] = [:]
    for target in targets.map(\.target) {
      let name = ModuleName.of(target: target.name)
      guard let needed = target.dependencies else {
        all.insert(name)
        continue
      }
      for other in needed { users[ModuleName.of(target: other), default: []].append(name) }
    }
    var open = Array(all)
    while let name = open.popLast() {
      for user in users[name] ?? [] where all.insert(user).inserted { open.append(user) }
    }
    return all
  }

  private static let sources = Set(usualFolders(.target).map { PathKey($0) })

  private static func names(_ path: String) -> [PathKey] {
    path.split(separator: "/").filter { $0 != "." }.map { PathKey(String($0)) }
  }
}
