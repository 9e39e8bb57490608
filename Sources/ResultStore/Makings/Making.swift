/// How a result was last made, as it is remembered for whoever asks why.
public struct Making: Hashable, Sendable {
  /// The result's name among those of its subject.
  public var name: String
  /// What determined it.
  public var parts: KeyParts
  /// What determined the one that was made before; `nil` for the first.
  public var earlier: KeyParts?
  /// When, in seconds since 1970; `nil` for a result that was found and whose making was forgotten.
  public var seconds: Int?
  /// What else is to be said of it.
  public var marks: Marks

  /// What is said of a making besides the parts.
  public struct Marks: OptionSet, Hashable, Sendable {
    /// The marks as bits.
    public let rawValue: Int

    /// - Parameter rawValue: the marks as bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// It was asked for, whether there was a result or not.
    public static let isAskedFor = Marks(rawValue: 1)
    /// What came of it could not be kept.
    public static let isUnkept = Marks(rawValue: 2)
    /// Since then the result was used instead of making another.
    public static let isReused = Marks(rawValue: 4)
  }

  /// Why it was made.
  public var reason: Reason {
    guard let earlier else { return .isFirst }
    let changes = parts.changes(since: earlier)
    if !changes.isEmpty { return .changes(changes) }
    return marks.contains(.isAskedFor) ? .isAskedFor : .isMissing
  }

  /// Why a result is made, was made or would be made.
  public enum Reason: Hashable, Sendable {
    /// It was never made before, as far as is known.
    case isFirst
    /// What determines it is not as it was when it was last made.
    case changes([PartChange])
    /// Earlier results are not to be used.
    case isAskedFor
    /// Nothing has changed, but there is no result in the store.
    case isMissing
    /// Nothing has changed, but the last result could not be kept.
    case isUnkept
    /// What determines it is not known, as tools are missing or were changed just now.
    case isUnknown
  }
}

extension Making.Reason {
  /// Why a result that the store does not hold would be made now.
  ///
  /// - Parameters:
  ///   - parts: what determines it now.
  ///   - last: how it was last made.
  public init(making parts: KeyParts, since last: Making?) {
    guard let last else {
      self = .isFirst
      return
    }
    let changes = parts.changes(since: last.parts)
    if !changes.isEmpty {
      self = .changes(changes)
    } else {
      self = last.marks.contains(.isUnkept) ? .isUnkept : .isMissing
    }
  }
}
