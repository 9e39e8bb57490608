import Files
import Foundation

/// How messages name the files of a package: as the user named its folder, or from the current folder.
struct DisplayPath: Sendable {
  /// The package's folder, as the user named it.
  let folder: String

  /// - Parameter folder: the package's folder, as the user named it.
  init(of folder: String) {
    self.folder = folder
  }

  /// The package's manifest.
  var manifest: String { joined("Package.swift") }

  /// A file's path for messages.
  /// - Parameter file: its path from the root.
  func path(_ file: String) -> String {
    if let rest = Self.rest(of: file, beneath: folder) { return joined(rest) }
    return Self.fromCurrentFolder(file)
  }

  /// A path from the current folder where it is beneath that, else as it is.
  static func fromCurrentFolder(_ path: String) -> String {
    let current = Folder.current ?? ""
    return path == current ? "." : rest(of: path, beneath: current) ?? path
  }

  private func joined(_ rest: String) -> String {
    if folder == "." || folder.isEmpty { return rest }
    return folder.hasSuffix("/") ? folder + rest : "\(folder)/\(rest)"
  }

  /// The path beneath a folder, by its name or by the one that its links lead to.
  private static func rest(of file: String, beneath folder: String) -> String? {
    let url = URL(filePath: folder).standardizedFileURL
    for path in [url.path, url.resolvingSymlinksInPath().path] where file.hasPrefix(path + "/") {
      return String(file.dropFirst(path.count + 1))
    }
    return nil
  }
}
