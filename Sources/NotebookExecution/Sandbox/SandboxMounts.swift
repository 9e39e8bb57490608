import Files
import Foundation

/// The files that a sandbox shows, as arguments of bubblewrap. Later ones lie over earlier ones.
struct SandboxMounts {
  /// The folder for what a program writes and nobody needs, which is empty at first and gone at the end.
  static let scratch = "/run/scratch"

  /// The folders for what a program writes for a while.
  private static let temporary = ["/tmp", "/var/tmp", scratch]

  /// How much may be written to a folder that is not on the disk, in bytes.
  private static let scratchLimit = 1 << 29

  private(set) var arguments: [String]
  /// Where programs begin.
  let workingFolder: String
  /// Folders that are empty, but for what lies in them and must be seen.
  private var emptied: [String] = []

  init(_ surroundings: Sandbox.Surroundings) {
    workingFolder = PathKey.realPath(surroundings.ownFolder ?? surroundings.workingFolder)
    arguments = Self.system
    var shown = [surroundings.workingFolder] + surroundings.readable
    // What lies in another is mounted after it, or it would be hidden.
    shown.sort { $0.utf8.count < $1.utf8.count }
    let tops = Self.tops(of: shown + surroundings.writable + surroundings.needed)
    for top in tops { arguments += ["--tmpfs", top] }
    for path in shown { read(path) }
    if let home = Self.home, shown.contains(where: { Self.holds(PathKey.realPath($0), home) }) {
      hidePrivate(in: home)
    }
    for path in surroundings.writable { mount("--bind", path) }
    for path in surroundings.hidden { hide(path) }
    for path in surroundings.needed { read(path) }
    if let path = surroundings.ownFolder { mount("--bind", path) }
    // The folders on the way to others were made for that, and what is written there would be lost.
    for folder in ["/"] + tops + emptied { arguments += ["--remount-ro", folder] }
  }

  /// The folders on the way to some paths that lie directly in one which programs may write.
  private static func tops(of paths: [String]) -> [String] {
    let paths = Set(paths.map(PathKey.realPath))
    let tops = paths.compactMap { path in
      temporary.first { path.hasPrefix($0 + "/") }.flatMap { folder in
        path.dropFirst(folder.count + 1).split(separator: "/").first.map { "\(folder)/\($0)" }
      }
    }
    return Set(tops).subtracting(paths).subtracting(temporary).sorted()
  }

  /// Shows a file or a folder, where it is there.
  private mutating func read(_ path: String) { mount("--ro-bind", path) }

  /// Has a file or a folder be there and be empty.
  private mutating func hide(_ path: String) {
    guard let status = try? FileStatus(of: path, followingLinks: true) else { return }
    let path = PathKey.realPath(path)
    guard !Self.isOfSystem(path) else { return }
    if status.isFolder {
      arguments += ["--tmpfs", path]
      emptied.append(path)
    } else {
      arguments += ["--ro-bind", "/dev/null", path]
    }
  }

  /// Hides keys, histories and the like, where documents lie in the user's own folder.
  private mutating func hidePrivate(in home: String) {
    for name in Folder.names(in: home) where name.hasPrefix(".") { hide(Paths.join(home, name)) }
  }

  private mutating func mount(_ option: String, _ path: String) {
    guard FileStatus.isThere(path) else { return }
    let real = PathKey.realPath(path)
    guard !Self.isOfSystem(real) else { return }
    arguments += [option, real, real]
    // A path that leads there by a link, as a program may write it.
    guard let absolute = Folder.absolute(path) else { return }
    let written = URL(filePath: absolute).standardizedFileURL.path
    if written != real, !arguments.contains(written) { arguments += [option, real, written] }
  }

  static let home: String? = ProcessInfo.processInfo.environment["HOME"]
    .flatMap { FileStatus.isThere($0) ? PathKey.realPath($0) : nil }

  /// Whether a path is in a folder, or is that.
  static func holds(_ folder: String, _ path: String) -> Bool {
    path == folder || path.hasPrefix(folder == "/" ? folder : folder + "/")
  }

  /// Whether programs see a file that is there.
  static func shows(_ path: String, _ surroundings: Sandbox.Surroundings) -> Bool {
    let path = PathKey.realPath(path)
    func isIn(_ folders: [String]) -> Bool {
      folders.contains { holds(PathKey.realPath($0), path) }
    }
    if isIn(surroundings.hidden) { return false }
    return isIn(surroundings.readable + [surroundings.workingFolder] + surroundings.writable)
      || isIn(["/usr", "/bin", "/sbin", "/lib", "/lib64", "/dev", "/proc"])
  }

  /// Whether a path is one that the sandbox itself fills.
  private static func isOfSystem(_ path: String) -> Bool {
    path == "/" || ["/proc", "/dev", "/sys", scratch].contains { holds($0, path) }
  }

  /// What programs need of the system's settings, in `/etc`.
  static let settings = [
    "ld.so.cache", "ld.so.conf", "ld.so.conf.d", "alternatives", "localtime", "timezone",
  ]

  /// What every program needs: the toolchain's and the system's libraries, and nobody's own files.
  private static let system: [String] = {
    var arguments: [String] = []
    for folder in ["/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32"] {
      if let target = Folder.target(ofLink: folder) {
        arguments += ["--symlink", target, folder]
      } else if FileStatus.isThere(folder) {
        arguments += ["--ro-bind", folder, folder]
      }
    }
    for file in settings {
      arguments += ["--ro-bind-try", "/etc/\(file)", "/etc/\(file)"]
    }
    // The terminal of who looks on is not the program's to type into.
    arguments += ["--proc", "/proc", "--dev", "/dev", "--ro-bind", "/dev/null", "/dev/tty"]
    for folder in temporary {
      arguments += ["--size", "\(scratchLimit)", "--tmpfs", folder]
    }
    return arguments
  }()
}
