/// An address that a page holds, wherever in its markup: of an image made in Markdown, of a link in raw
/// HTML, of what a cell shows.
public struct PageAddress: Sendable, Hashable, Codable {
  /// What a browser does with it.
  public enum Role: String, Sendable, Codable {
    /// Shows it as a picture.
    case image
    /// Shows or plays it otherwise: a film, a sound, a page in a frame.
    case media
    /// Loads it: a style sheet, a script.
    case resource
    /// Goes there when the reader asks for it.
    case link
  }

  /// What a browser does with it.
  public var role: Role
  /// The address as a browser reads it.
  public var text: String

  /// - Parameters:
  ///   - role: what a browser does with it.
  ///   - text: the address as a browser reads it.
  public init(_ role: Role, _ text: String) {
    self.role = role
    self.text = text
  }
}
