import Foundation
import PackagePlugin

/// Lets the sources of the libraries that notebooks import travel with the program, as texts in a Swift
/// file that is made anew when one of them changes.
@main
struct EmbedLibraries: BuildToolPlugin {
  /// The libraries; each stands behind those that it needs.
  private static let names = ["NotebookDisplay", "LayerCalculus", "Plotting"]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedLibraries.swift")
    let libraries = try context.package.targets(named: Self.names).compactMap {
      $0 as? SwiftSourceModuleTarget
    }
    var words: [String] = []
    for library in libraries {
      let needed = library.dependencies.compactMap { dependency in
        if case .target(let target) = dependency { target.name } else { nil }
      }
      words += [
        "--library", library.name, needed.joined(separator: ","), library.directoryURL.path,
      ]
      words += Self.sources(of: library).map(\.path)
    }
    return [
      .buildCommand(
        displayName: "Embedding the libraries of notebooks",
        executable: try context.tool(named: "embedder").url,
        arguments: [output.path] + words,
        inputFiles: libraries.flatMap(Self.sources),
        outputFiles: [output]
      )
    ]
  }

  private static func sources(of library: SwiftSourceModuleTarget) -> [URL] {
    library.sourceFiles(withSuffix: "swift").map(\.url).sorted { $0.path < $1.path }
  }
}
