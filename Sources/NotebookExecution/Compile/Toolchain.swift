import Files
import Foundation

/// The Swift toolchain that compiles notebooks.
struct Toolchain: Sendable {
  /// The path of `swiftc`.
  var compiler: String
  /// The path of `llvm-symbolizer`, which turns an address into a line; `nil` where there is none.
  var symbolizer: String?

  /// Stands for a toolchain where nothing is compiled.
  static let none = Toolchain()

  private init() { compiler = "" }

  /// - Parameter compiler: the path of `swiftc`; `nil` takes the first on the `PATH`.
  init?(compiler: String?) {
    guard let compiler = compiler ?? Self.find("swiftc") else { return nil }
    guard Self.isProgram(compiler) else { return nil }
    self.compiler = compiler
    let sibling = URL(filePath: compiler).resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: "llvm-symbolizer").path
    symbolizer = Self.isProgram(sibling) ? sibling : Self.find("llvm-symbolizer")
  }

  /// The folder that it lies in.
  var folder: URL {
    URL(filePath: compiler).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  /// Whether what compiles only stands for the compiler of another folder, as a toolchain manager installs it.
  var isElsewhere: Bool { !FileStatus.isThere(folder.appending(path: "lib/swift").path) }

  /// The path of the library that reads what the compiler notes about uses of names.
  var indexLibrary: String {
    #if os(macOS)
      folder.appending(path: "lib/libIndexStore.dylib").path
    #else
      folder.appending(path: "lib/libIndexStore.so").path
    #endif
  }

  /// The path of the program that lists a module's symbols.
  var symbolExtractor: String { folder.appending(path: "bin/swift-symbolgraph-extract").path }

  /// Whether it has a module, or the system that it compiles for has.
  func hasModule(_ name: String) -> Bool {
    ToolchainModules(toolchain: self).contains(name)
  }

  /// The path of a program on the `PATH`.
  static func find(_ name: String) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").lazy.map { "\($0)/\(name)" }.first(where: isProgram)
  }

  /// Whether a path is a program's.
  static func isProgram(_ path: String) -> Bool {
    FileStatus.isProgram(path)
  }
}
