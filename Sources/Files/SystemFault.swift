#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Why the system did not do what it was asked.
package struct SystemFault: Error, Hashable {
  package var code: Int32

  /// The fault of the call that has just failed.
  package static var last: SystemFault { SystemFault(code: errno) }

  /// The program is being ended.
  package static var interrupted: SystemFault { SystemFault(code: ECANCELED) }

  /// There is nothing at a path.
  static var absence: SystemFault { SystemFault(code: ENOENT) }

  /// In the system's words: `No space left on device`.
  package var reason: String { String(cString: strerror(code)) }

  /// Whether nothing is there, or not any more.
  package var isAbsence: Bool { code == ENOENT || code == ESTALE }

  /// Whether a path leads nowhere.
  package var isNowhere: Bool { isAbsence || code == ENOTDIR }

  /// Whether something is there already.
  package var isPresence: Bool { code == EEXIST }

  /// Whether something stands in the way that is not what its name says.
  package var isObstacle: Bool {
    [ENOTDIR, ELOOP, EISDIR, ENXIO, EOPNOTSUPP, EACCES, EPERM].contains(code)
  }
}

/// Runs a call of the system again where a signal has broken it off.
/// - Returns: what the call returned, which is not negative.
@discardableResult
func checked<Value: BinaryInteger>(_ call: () -> Value) throws(SystemFault) -> Value {
  while true {
    let value = call()
    if value >= 0 { return value }
    let fault = SystemFault.last
    if fault.code != EINTR { throw fault }
  }
}
