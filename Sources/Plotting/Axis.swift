/// An axis: its title, the part of it that is shown, and its scale.
///
/// A string literal is an axis with that title: `Chart(x: "epoch", y: Axis("loss", scale: .log))`.
///
/// ```swift
/// Chart(x: "epoch", y: Axis("loss", scale: .log)) {
///   Line(x: [1, 2, 3], y: [1, 0.1, 0.01])
/// }  // => Line chart: loss (3 points)
/// ```
public struct Axis: Sendable, ExpressibleByStringInterpolation {
  /// How numbers are laid out along an axis.
  ///
  /// ```swift
  /// Axis(scale: .log).scale  // => log
  /// Axis().scale             // => linear
  /// ```
  public enum Scale: String, Sendable {
    /// Equal differences are equally far apart.
    case linear
    /// Equal ratios are equally far apart; numbers that are not positive are left out.
    case log
  }

  /// The text beside the axis.
  ///
  /// ```swift
  /// Axis("loss").title  // => loss
  /// ```
  public var title: String?
  /// The numbers from one end to the other; `nil` for as many as the data need.
  ///
  /// ```swift
  /// Axis("share", domain: 0...1).domain  // => 0.0...1.0
  /// ```
  public let domain: ClosedRange<Double>?
  /// How numbers are laid out.
  ///
  /// ```swift
  /// Axis("loss", scale: .log).scale  // => log
  /// ```
  public let scale: Scale

  /// ```swift
  /// let share = Axis("share", domain: 0...1)
  /// Chart(y: share) { Line(x: [1, 2], y: [0.2, 0.9]) }  // => Line chart: share (2 points)
  /// ```
  ///
  /// - Parameters:
  ///   - title: the text beside the axis.
  ///   - domain: the numbers from one end to the other, outside of which nothing is drawn; `nil` for
  ///     as many as the data need. On an axis of dates they are seconds since 1970.
  ///   - scale: how numbers are laid out.
  /// - Precondition: the ends of `domain` are finite, and on a log scale greater than zero.
  public init(_ title: String? = nil, domain: ClosedRange<Double>? = nil, scale: Scale = .linear) {
    if let domain {
      require(
        domain.lowerBound.isFinite && domain.upperBound.isFinite,
        "Axis: the domain \(domain) is not finite"
      )
      require(
        scale == .linear || domain.lowerBound > 0,
        "Axis: a log axis begins above zero, not at \(domain.lowerBound)"
      )
    }
    self.title = title
    self.domain = domain
    self.scale = scale
  }

  /// An axis with that title.
  ///
  /// ```swift
  /// let axis: Axis = "epoch"
  /// axis.title  // => epoch
  /// ```
  public init(stringLiteral title: String) { self.init(title) }

  /// Whether a position can be drawn on the axis; one that is missing stands for the whole of it.
  func contains(_ position: AxisPosition?) -> Bool {
    guard let value = position?.value else { return true }
    return value.isFinite && (scale == .linear || value > 0)
  }
}
