import Foundation

/// The Swift toolchain that compiles notebooks.
struct Toolchain: Sendable {
  /// The path of `swiftc`.
  var compiler: String
  /// The path of `llvm-symbolizer`, which turns an address into a line; `nil` where there is none.
  var symbolizer: String?

  /// - Parameter compiler: the path of `swiftc`; `nil` takes the first on the `PATH`.
  init?(compiler: String?) {
    guard let compiler = compiler ?? Self.find("swiftc") else { return nil }
    guard Self.isProgram(compiler) else { return nil }
    self.compiler = compiler
    let sibling = URL(filePath: compiler).resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: "llvm-symbolizer").path
    symbolizer = Self.isProgram(sibling) ? sibling : Self.find("llvm-symbolizer")
  }

  private static func find(_ name: String) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").lazy.map { "\($0)/\(name)" }.first(where: isProgram)
  }

  private static func isProgram(_ path: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: path)
  }
}
