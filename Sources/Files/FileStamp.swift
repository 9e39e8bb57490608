/// Tells a file's content from any other that it had, without reading it: by its size, its times and
/// the system's number.
public struct FileStamp: Hashable, Sendable {
  /// The stamp as text, for a key.
  public let text: String
  /// Whether the file was left alone for so long that a change after this would show.
  ///
  /// The clock of a file system ticks slowly, so a file that was written just now may be written again
  /// within the tick.
  public let isSettled: Bool

  /// - Returns: `nil` where there is no such file.
  public init?(of path: String) {
    guard let status = try? FileStatus(of: path, followingLinks: true) else { return nil }
    let times = [status.time, status.changeTime]
    text =
      ([status.size, Int(truncatingIfNeeded: status.number)]
      + times.flatMap { [$0.seconds, $0.nanoseconds] }).map(String.init).joined(separator: " ")
    let now = Moment.now
    isSettled = times.allSatisfy { $0.seconds + 2 <= now.seconds }
  }
}
