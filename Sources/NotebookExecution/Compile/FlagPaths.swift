import Foundation

/// The files and folders that compiler flags name by paths from the root.
enum FlagPaths {
  /// - Parameter arguments: flags such as `-I/a`, `-Xcc -fmodule-map-file=/b`, `/c.o`, and `@/d`, a file of
  ///   more of them.
  /// - Returns: each path once; none of the system's own, which come and go with the toolchain.
  static func named(by arguments: [String]) -> [String] {
    var found: [String] = []
    var open = arguments
    while let argument = open.popLast() {
      let path = String(argument.drop { $0 != "/" })
      let option = argument.prefix { $0 != "/" }
      guard !path.isEmpty, !path.hasPrefix("/usr/"),
        option.isEmpty || "-@".contains(option.prefix(1)),
        !found.contains(path)
      else { continue }
      found.append(path)
      if option == "@", let text = try? String(contentsOfFile: path, encoding: .utf8) {
        open += text.split(separator: "\n").flatMap { ShellWords.words(in: $0) ?? [] }
      }
    }
    return found.sorted()
  }
}
