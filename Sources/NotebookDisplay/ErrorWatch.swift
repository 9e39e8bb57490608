#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Has the system tell of each writing to standard error before it is done, and wait until whoever is
/// told has read what was printed before it. So the order of standard output and standard error is kept,
/// whatever part of the program, or which program that it started, writes to them.
///
/// It is Linux that can do so, and even there some containers refuse; then the order is that of
/// statements.
package enum ErrorWatch {
  /// Begins to watch.
  /// - Returns: the descriptor for whoever is to be told; `nil` where nobody is.
  static func begin() -> Int32? {
    #if os(Linux)
      guard let filter else { return nil }
      // SECCOMP_FILTER_FLAG_NEW_LISTENER
      let listener = SystemCall.install(filter, flags: 1 << 3)
      return listener < 0 ? nil : Int32(listener)
    #else
      return nil
    #endif
  }

  /// Whether the system can do so.
  package static var isPossible: Bool {
    #if os(Linux)
      guard filter != nil else { return false }
      var action: UInt32 = 0x7fc0_0000
      return withUnsafeMutablePointer(to: &action) {
        SystemCall.make(SystemCall.seccomp, 2, 0, Int(bitPattern: $0)) == 0
      }
    #else
      return false
    #endif
  }

  #if os(Linux)
    /// The program that the system runs at each of its calls: it tells of `write` and `writev` whose
    /// first argument is 2. `nil` where the calls' numbers are not known.
    private static var filter: [UInt64]? {
      guard let architecture = SystemCall.architecture else { return nil }
      let (load, isEqual, end) = (SystemCall.load, SystemCall.isEqual, SystemCall.end)
      let instruction = SystemCall.instruction
      return [
        instruction(load, 4, 0, 0), instruction(isEqual, architecture, 0, 6),
        instruction(load, 0, 0, 0), instruction(isEqual, UInt32(SystemCall.write), 1, 0),
        instruction(isEqual, UInt32(SystemCall.writev), 0, 3),
        instruction(load, 16, 0, 0), instruction(isEqual, UInt32(STDERR_FILENO), 0, 1),
        instruction(end, 0x7fc0_0000, 0, 0),  // SECCOMP_RET_USER_NOTIF
        instruction(end, 0x7fff_0000, 0, 0),  // SECCOMP_RET_ALLOW
      ]
    }
  #endif
}
