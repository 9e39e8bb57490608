/// A value that chooses how a page shows it.
///
/// Values that do not conform are shown too, by their description or their fields; a type conforms
/// when it has something better to offer, such as TeX for a matrix or a chart.
///
/// ```swift
/// struct Angle: Displayable {
///   var radians: Double
///   var display: DisplayBundle {
///     DisplayBundle(plain: "\(radians) rad", [.latex: "\(radians)\\,\\mathrm{rad}"])
///   }
/// }
/// Angle(radians: 0.5)  // => 0.5 rad
/// ```
public protocol Displayable {
  /// The value in every form that it has.
  ///
  /// ```swift
  /// struct Money: Displayable {
  ///   var cents: Int
  ///   var display: DisplayBundle {
  ///     DisplayBundle(plain: "\(cents / 100) €", prefersPlain: true)
  ///   }
  /// }
  /// Money(cents: 500).display.plain  // => 5 €
  /// ```
  var display: DisplayBundle { get }
}
