/// What goes on side by side with others of its kind. In a trace each that runs at a time has a line
/// of its own, a ``Lane``.
public struct Track: Sendable, Hashable {
  /// The name, such as `notebook`.
  public let name: String

  /// - Parameter name: the name, such as `notebook`.
  public init(_ name: String) { self.name = name }

  /// Everything that is not on another track.
  public static let main = Track("main")
  /// Whole notebooks.
  public static let notebooks = Track("notebook")
  /// The programs of notebooks.
  public static let programs = Track("program")
  /// Pages that are prepared while cells are compiled.
  public static let pages = Track("page")
  /// What the script engine does while nobody waits for it.
  public static let engine = Track("engine")
}

/// A line of a trace. At any time one thing is going on in it, and what that is made of.
public struct Lane: Sendable, Hashable {
  /// What goes on in it.
  public let track: Track
  /// From 0, within its track.
  public let number: Int
}
