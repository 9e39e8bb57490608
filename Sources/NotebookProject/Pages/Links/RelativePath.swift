/// Paths as they are written, without a look at what is there.
enum RelativePath {
  /// The names from one folder on, without `.` and with `..` only at its beginning.
  static func names(_ path: String, below folder: [String] = []) -> [String] {
    var names = folder
    for name in path.utf8.split(separator: UInt8(ascii: "/")) {
      if name.elementsEqual(".".utf8) { continue }
      if name.elementsEqual("..".utf8), let last = names.last, last != ".." {
        names.removeLast()
      } else {
        names.append(String(Substring(name)))
      }
    }
    return names
  }

  /// The names of the folder that something lies in.
  static func folder(of path: String) -> [String] { Array(names(path).dropLast()) }

  /// Whether a path of names leads out of the folder that it begins in.
  static func leadsOut(_ names: [String]) -> Bool { names.first == ".." }

  static func joined(_ names: [String], below folder: String) -> String {
    let start = folder.hasPrefix("/") ? "/" : ""
    let path =
      start
      + self.names(names.joined(separator: "/"), below: self.names(folder)).joined(separator: "/")
    return path.isEmpty ? "." : path
  }
}
