import Files
import Foundation
import Synchronization

/// The modules that come with a Swift toolchain.
public struct ToolchainModules: Sendable {
  private let names: Set<String>
  private let folders: [String]

  /// - Parameter compiler: the path of `swiftc`; `nil` takes the first on the `PATH`.
  public init(compiler: String? = nil) {
    self.init(toolchain: Toolchain(compiler: compiler))
  }

  /// Looks at a toolchain's files, once for each toolchain; no process is started.
  init(toolchain: Toolchain?) {
    let compiler = toolchain?.compiler ?? ""
    self = Self.known.withLock { known in
      if let modules = known[compiler] { return modules }
      let modules = ToolchainModules(besides: URL(filePath: compiler).resolvingSymlinksInPath())
      known[compiler] = modules
      return modules
    }
  }

  /// Whether the toolchain, or the system that it compiles for, has a module.
  public func contains(_ name: String) -> Bool {
    if names.contains(name) { return true }
    return folders.contains { folder in
      ["\(name).swiftmodule", "\(name).framework"].contains {
        FileStatus.isThere("\(folder)/\($0)")
      }
    }
  }

  /// The modules that people import by their names.
  var importable: Set<String> {
    let found = folders.flatMap(Folder.names).compactMap { file in
      [".swiftmodule", ".framework"].first(where: file.hasSuffix)
        .map { String(file.dropLast($0.count)) }
    }
    return names.union(found).filter { !$0.hasPrefix("_") }
  }

  private init(besides compiler: URL) {
    let library = compiler.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "lib/swift")
    let platform = library.appending(path: Self.platform)
    guard FileStatus.isThere(platform.path) else {
      // A compiler that only stands for another, as a toolchain manager installs it.
      names = Self.usual
      folders = Self.systemFolders
      return
    }
    // Clang's modules: a folder of each one's own, and beside Swift's modules.
    let maps =
      Self.files(in: library).map { $0.appending(path: "module.modulemap") }
      + ([platform] + Self.files(in: platform)).flatMap(Self.files(in:))
    names = maps.filter { $0.pathExtension == "modulemap" }
      .reduce(into: ["Swift"]) { names, map in
        guard let text = WholeFile.text(of: map.path) else { return }
        names.formUnion(ModuleMap.names(in: text))
      }
    folders = [platform.path] + Self.systemFolders
  }

  private static func files(in folder: URL) -> [URL] {
    Folder.names(in: folder.path).map { folder.appending(path: $0) }
  }

  private static let known = Mutex<[String: ToolchainModules]>([:])

  private static let usual: Set<String> = [
    "Swift", "Foundation", "FoundationEssentials", "FoundationInternationalization",
    "FoundationNetworking", "FoundationXML", "Dispatch", "Glibc", "Musl", "Darwin", "Observation",
    "RegexBuilder", "Synchronization", "Distributed", "Testing", "XCTest", "Cxx", "CxxStdlib",
    "_Concurrency", "_Differentiation", "_StringProcessing", "_Volatile", "SwiftShims",
  ]

  #if os(Linux)
    private static let platform = "linux"
    private static let systemFolders: [String] = []
  #else
    private static let platform = "macosx"
    /// The modules and frameworks of the system.
    private static let systemFolders: [String] = {
      let developer = "/Applications/Xcode.app/Contents/Developer"
      let named = ProcessInfo.processInfo.environment["SDKROOT"].map { [$0] } ?? []
      let usual = [
        "\(developer)/Platforms/MacOSX.platform/Developer/SDKs/MacOSX.sdk",
        "/Library/Developer/CommandLineTools/SDKs/MacOSX.sdk",
      ]
      return (named + usual).flatMap {
        ["\($0)/usr/lib/swift", "\($0)/System/Library/Frameworks"]
      }
    }()
  #endif
}
