import Foundation

/// The dynamic libraries and programs that a build links, with the modules that they hold.
///
/// A notebook's program links the objects of these modules itself, so that it needs none of the
/// libraries where it runs.
struct DynamicLibraries: Sendable {
  private var modules: [String: [String]] = [:]
  private var names: Set<String> = []

  /// - Parameters:
  ///   - links: how they are linked.
  ///   - buildFolder: the folder of what was built.
  init(_ links: [BuildManifest.Command], in buildFolder: String) {
    for link in links where !link.name.hasSuffix(".test") {
      let held = Set(link.inputs.compactMap { ClangTarget.name(ofFile: $0, in: buildFolder) })
      for name in [link.name] + link.outputs { modules[name] = held.sorted() }
      for file in link.outputs.map({ URL(filePath: $0).deletingPathExtension().lastPathComponent })
      where link.name.hasSuffix(".dylib") && file.hasPrefix("lib") {
        names.insert(String(file.dropFirst(3)))
      }
    }
  }

  /// The modules whose objects are in a library or program.
  /// - Parameter name: the file, or the command that links it.
  func modules(of name: String) -> [String] { modules[name] ?? [] }

  /// Whether an option such as `-lName` links one of them.
  func isLinked(by option: [String]) -> Bool {
    guard let last = option.last, last.hasPrefix("-l") else { return false }
    return names.contains(String(last.dropFirst(2)))
  }
}
