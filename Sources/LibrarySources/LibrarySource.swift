/// A library that notebooks import, as it travels with this program: its sources, which the user's own
/// compiler makes a module of.
///
/// The table of them, `all`, is written when this package is built, by the plugin `EmbedLibraries`.
public struct LibrarySource: Sendable {
  /// The name of the module.
  public let name: String
  /// The libraries that it imports itself.
  public let dependencies: [String]
  /// Its source files, by name.
  public let files: [File]

  package init(name: String, dependencies: [String], files: [File]) {
    self.name = name
    self.dependencies = dependencies
    self.files = files
  }

  /// A source file.
  public struct File: Sendable {
    /// Its path in the library's folder.
    public let name: String
    /// What it holds.
    public let text: String

    package init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }
}
