import PackagePlugin

/// `swift package verify-docs`: checks all of the package's documentation, or the paths that are named.
@main
struct VerifyDocs: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) throws {
    try Lectern(context).run(["verify"], arguments)
  }
}
