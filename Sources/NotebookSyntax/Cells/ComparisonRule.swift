/// How what is promised is held against what comes.
public struct ComparisonRule: Sendable, Hashable {
  /// `tol=`: by how much a number may be off.
  public var absoluteTolerance: Double?
  /// `rtol=`: by which part of the promised number a number may be off. Where both are given, they
  /// add up.
  public var relativeTolerance: Double?
  /// `exact`: letter by letter, white space and all.
  public var isExact: Bool
  /// `unordered`: the lines may come in any order.
  public var isUnordered: Bool

  /// - Parameters:
  ///   - absoluteTolerance: by how much a number may be off. Where neither tolerance is given, it is
  ///     one unit in the last written place.
  ///   - relativeTolerance: by which part of the promised number it may be off.
  ///   - isExact: whether every letter counts.
  ///   - isUnordered: whether lines may come in any order.
  public init(
    absoluteTolerance: Double? = nil,
    relativeTolerance: Double? = nil,
    isExact: Bool = false,
    isUnordered: Bool = false
  ) {
    self.absoluteTolerance = absoluteTolerance
    self.relativeTolerance = relativeTolerance
    self.isExact = isExact
    self.isUnordered = isUnordered
  }
}
