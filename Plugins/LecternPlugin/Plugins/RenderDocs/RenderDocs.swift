import PackagePlugin

/// `swift package render-docs`: makes pages of the package's Markdown, or of the paths that are named.
///
/// They lie in the plugin's own folder, which may be written without anybody's permission.
@main
struct RenderDocs: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) throws {
    let lectern = Lectern(context)
    let pages = lectern.folder("pages")
    let paths = arguments.first.map { $0.hasPrefix("-") } ?? true ? ["."] : []
    try lectern.run(["--output", pages.path], arguments + paths)
    if !arguments.contains(where: { $0.hasPrefix("--output") || $0.hasPrefix("-o") }) {
      print("The pages are in \(pages.path)")
    }
  }
}
