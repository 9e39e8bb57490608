import PackagePlugin

/// `swift package --allow-writing-to-package-directory accept-docs`: writes what examples give now.
@main
struct AcceptDocs: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) throws {
    try Lectern(context).run(["verify", "--accept"], arguments)
  }
}
