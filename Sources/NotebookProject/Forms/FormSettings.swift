/// What is wanted of forms besides the pages.
public struct FormSettings: Sendable, Hashable {
  /// The size of the smallest heading that begins a slide, from 1 for the largest.
  public var slideLevel = 2

  /// What is usual.
  public init() {}
}
