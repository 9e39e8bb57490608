/// An axis: its title, the part of it that is shown, and its scale.
///
/// A string literal is an axis with that title: `Chart(x: "epoch", y: Axis("loss", scale: .log))`.
public struct Axis: Sendable, ExpressibleByStringInterpolation {
  /// How numbers are laid out along an axis.
  public enum Scale: String, Sendable {
    /// Equal differences are equally far apart.
    case linear
    /// Equal ratios are equally far apart; numbers that are not positive are left out.
    case log
  }

  /// The text beside the axis.
  public var title: String?
  /// The numbers from one end to the other; `nil` for as many as the data need.
  public var domain: ClosedRange<Double>?
  /// How numbers are laid out.
  public var scale: Scale

  /// - Parameters:
  ///   - title: the text beside the axis.
  ///   - domain: the numbers from one end to the other, outside of which nothing is drawn; `nil` for
  ///     as many as the data need.
  ///   - scale: how numbers are laid out.
  public init(_ title: String? = nil, domain: ClosedRange<Double>? = nil, scale: Scale = .linear) {
    self.title = title
    self.domain = domain
    self.scale = scale
  }

  /// An axis with that title.
  public init(stringLiteral title: String) { self.init(title) }

  func contains(_ position: AxisPosition?) -> Bool {
    guard case .number(let value)? = position else { return true }
    return value.isFinite && (scale == .linear || value > 0)
  }
}
