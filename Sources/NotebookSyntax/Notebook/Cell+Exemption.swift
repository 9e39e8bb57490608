extension Cell {
  /// Why a cell is not checked: what it is besides a part of a program.
  public enum Exemption: String, Sendable, CaseIterable, Codable {
    /// Code that nobody calls Swift, and that is none.
    case notSwift = "not-swift"
    /// Commands of a shell.
    case shell
    /// A part of a package's manifest.
    case manifest
    /// Declarations without bodies, as an interface lists them.
    case signatures
    /// Members of a type that is not there.
    case members
    /// Code in which `...` or a comment stands for the rest.
    case placeholder
    /// Code for another platform.
    case platform
    /// An example of what only its own file can use.
    case inaccessible
  }
}
