import Files
import Foundation

/// Looks after a running script from time to time, and says when it is to be ended: when the formula
/// or chart at which it is takes more than its limits, or when nobody waits for it any more.
///
/// It belongs to the engine's thread, on which JavaScriptCore asks it.
final class ScriptWatch {
  /// Why a script is ended.
  enum End: Hashable, Sendable {
    case time(limit: Double)
    case memory(limit: Int)
    case cancellation
  }

  /// Where a script notes the number of the formula at which it is.
  let progress = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
  /// Why the script was ended.
  private(set) var end: End?

  /// Has JavaScriptCore ask once more, which it does not by itself.
  var askAgain: () -> Void = {}

  private var limits = ScriptLimits()
  private var isCancelled: () -> Bool = { false }
  private var isWatching = false
  private var last = (progress: Int32.min, time: 0.0)
  private var memoryAtStart = 0

  init() { progress.initialize(to: Self.nowhere) }

  deinit { progress.deallocate() }

  /// Watches whatever is run by `body`.
  func watching<Result>(
    _ limits: ScriptLimits,
    isCancelled: @escaping () -> Bool,
    _ body: () throws -> Result
  ) rethrows -> Result {
    self.limits = limits
    self.isCancelled = isCancelled
    end = nil
    progress.pointee = Self.nowhere
    last = (Self.nowhere, Self.threadTime)
    memoryAtStart = Self.memory
    isWatching = true
    defer { isWatching = false }
    return try body()
  }

  /// Whether the script is to be ended now.
  func shouldEnd() -> Bool {
    guard isWatching else { return false }
    let now = Self.threadTime
    if progress.pointee != last.progress { last = (progress.pointee, now) }
    if isCancelled() {
      end = .cancellation
    } else if now - last.time > limits.time {
      end = .time(limit: limits.time)
    } else if Self.memory - memoryAtStart > limits.memory {
      end = .memory(limit: limits.memory)
    }
    if end == nil { askAgain() }
    return end != nil
  }

  private static let nowhere: Int32 = .min

  /// The processor's time that this thread has taken, in seconds.
  private static var threadTime: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The memory that the program holds now, in bytes; 0 where the system does not tell.
  private static var memory: Int {
    guard let text = WholeFile.text(of: "/proc/self/statm") else {
      return 0
    }
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return pages * Int(getpagesize())
  }
}
