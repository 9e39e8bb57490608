/// The options of the compiler, of its C compiler and of the linker behind which a path stands.
enum PathOptions {
  /// Those whose path is an argument of its own.
  static let separate = toolchains.union([
    "-I", "-Isystem", "-F", "-Fsystem", "-L", "-T",
    "-isystem", "-iquote", "-idirafter", "-iframework", "-iprefix", "-include",
    "-imacros", "-include-pch", "-ivfsoverlay", "-vfsoverlay",
    "-import-objc-header", "-import-bridging-header", "-internal-import-bridging-header",
    "-import-pch", "-access-notes-path", "-explicit-swift-module-map-file",
    "-plugin-path", "-external-plugin-path", "-load-plugin-library",
    "-load-plugin-executable", "-in-process-plugin-server-path",
  ])

  /// Those among them that lead to a whole toolchain.
  static let toolchains: Set = [
    "-sdk", "-resource-dir", "-isysroot", "-gcc-toolchain", "-tools-directory",
  ]

  /// Those whose path follows in the same argument.
  private static let joined = [
    "-iquote", "-isystem", "-include", "-idirafter", "-I", "-F", "-L",
  ]

  /// Those whose path follows a sign `=`, perhaps after a name and another one.
  private static let assigning = [
    "-fmodule-map-file=", "-fmodule-file=", "-fprebuilt-module-path=", "-swift-module-file=",
    "-ld-path=", "-load-pass-plugin=", "-profile-use=", "-version-script=", "--version-script=",
  ]

  /// How files are called that can be compiled and linked with a program.
  static let inputs = [
    ".a", ".bc", ".dylib", ".ld", ".ll", ".o", ".sil", ".so", ".swift", ".tbd",
  ]

  /// Where the path begins in an argument that holds an option with its path.
  static func start(ofPathIn argument: String) -> String.Index? {
    if assigning.contains(where: argument.hasPrefix) {
      return argument.lastIndex(of: "=").map { argument.index(after: $0) }
    }
    return joined.first { argument.hasPrefix($0) && argument.count > $0.count }
      .map { argument.index(argument.startIndex, offsetBy: $0.count) }
  }
}
