#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A time of the system's clock, which may be set back.
package struct Moment: Hashable, Comparable {
  package private(set) var seconds: Int
  package private(set) var nanoseconds: Int

  package init(seconds: Int) {
    self.seconds = seconds
    nanoseconds = 0
  }

  package init(_ time: timespec) {
    seconds = Int(time.tv_sec)
    nanoseconds = Int(time.tv_nsec)
  }

  /// As calls of the system take it.
  var systemTime: timespec { timespec(tv_sec: seconds, tv_nsec: nanoseconds) }

  package static var now: Moment {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Moment(time)
  }

  /// A time that no change from now on is before: the clock by which files are stamped ticks slowly, and lags
  /// behind by a tick.
  package static var beforeChanges: Moment {
    let (lag, second) = (20_000_000, 1_000_000_000)
    var moment = now
    moment.nanoseconds -= lag
    if moment.nanoseconds < 0 {
      moment.nanoseconds += second
      moment.seconds -= 1
    }
    return moment
  }

  package static func < (one: Moment, other: Moment) -> Bool {
    (one.seconds, one.nanoseconds) < (other.seconds, other.nanoseconds)
  }

  /// How long ago it was.
  /// - Returns: 0 for a time that clocks which differ a little put after now, and `nil` for one
  ///   more than an hour ahead: the clock was set back since, so that its age is unknown.
  package func age(at now: Moment) -> Duration? {
    let (age, overflow) = now.seconds.subtractingReportingOverflow(seconds)
    guard !overflow, age >= -3600 else { return nil }
    return .seconds(max(age, 0))
  }
}
