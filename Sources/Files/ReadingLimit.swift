/// How much may be read for one digest of files and folders.
public struct ReadingLimit: Sendable {
  /// How many files and folders.
  public var count: Int
  /// When it must be done; `nil` for any time.
  public var deadline: ContinuousClock.Instant?

  /// - Parameters:
  ///   - count: how many files and folders.
  ///   - deadline: when it must be done; `nil` for any time.
  public init(count: Int = 100_000, deadline: ContinuousClock.Instant? = nil) {
    self.count = count
    self.deadline = deadline
  }
}

/// Why files or folders were not read to their end.
public enum ReadingFault: Error, Hashable, Sendable {
  /// There is nothing at the path.
  case missing
  /// There are more files and folders than may be read.
  case tooMany(Int)
  /// It was not done at the time when it must be.
  case tooLong
  /// The task was cancelled.
  case cancelled
  /// It is neither a file nor a folder; what it is, in words.
  case isOther(String)
  /// The system does not give it; its words.
  case refused(String)
}
