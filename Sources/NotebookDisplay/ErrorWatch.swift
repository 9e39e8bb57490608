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
      guard let call = Call.system, let filter else { return nil }
      let flags = 1 << 3  // SECCOMP_FILTER_FLAG_NEW_LISTENER
      return filter.withUnsafeBytes { instructions in
        withUnsafeTemporaryAllocation(byteCount: 16, alignment: 8) { program in
          let count = UInt16(instructions.count / 8)
          program.storeBytes(of: count, toByteOffset: 0, as: UInt16.self)
          program.storeBytes(of: instructions.baseAddress, toByteOffset: 8, as: Optional.self)
          func install() -> Int { call(Call.seccomp, 1, flags, program.baseAddress) }
          var listener = install()
          if listener < 0 {
            // Only those who give up getting rights by starting programs may do so without any.
            _ = call(Call.prctl, 38, 1, nil)
            listener = install()
          }
          return listener < 0 ? nil : Int32(listener)
        }
      }
    #else
      return nil
    #endif
  }

  /// Whether the system can do so.
  package static var isPossible: Bool {
    #if os(Linux)
      guard let call = Call.system, filter != nil else { return false }
      var action: UInt32 = 0x7fc0_0000
      return call(Call.seccomp, 2, 0, &action) == 0
    #else
      return false
    #endif
  }

  #if os(Linux)
    /// `syscall` of the C library, which takes any number of arguments and so is not seen by Swift.
    private enum Call {
      typealias Function =
        @convention(c) (Int, Int, Int, UnsafeMutableRawPointer?, Int, Int) -> Int

      static var system: ((Int, Int, Int, UnsafeMutableRawPointer?) -> Int)? {
        guard let symbol = dlsym(dlopen(nil, RTLD_NOW), "syscall") else { return nil }
        let function = unsafeBitCast(symbol, to: Function.self)
        return { function($0, $1, $2, $3, 0, 0) }
      }

      #if arch(x86_64)
        static let architecture: UInt32? = 0xc000_003e
        static let (write, writev, prctl, seccomp) = (1, 20, 157, 317)
      #elseif arch(arm64)
        static let architecture: UInt32? = 0xc000_00b7
        static let (write, writev, prctl, seccomp) = (64, 66, 167, 277)
      #else
        static let architecture: UInt32? = nil
        static let (write, writev, prctl, seccomp) = (0, 0, 0, 0)
      #endif
    }

    /// The program that the system runs at each of its calls: it tells of `write` and `writev` whose
    /// first argument is 2. `nil` where the calls' numbers are not known.
    private static var filter: [UInt64]? {
      guard let architecture = Call.architecture else { return nil }
      func instruction(_ code: UInt64, _ operand: UInt32, _ yes: UInt64 = 0, _ no: UInt64 = 0)
        -> UInt64
      {
        code | yes << 16 | no << 24 | UInt64(operand) << 32
      }
      let (load, isEqual, end) = (0x20 as UInt64, 0x15 as UInt64, 0x06 as UInt64)
      return [
        instruction(load, 4), instruction(isEqual, architecture, 0, 6),
        instruction(load, 0), instruction(isEqual, UInt32(Call.write), 1, 0),
        instruction(isEqual, UInt32(Call.writev), 0, 3),
        instruction(load, 16), instruction(isEqual, UInt32(STDERR_FILENO), 0, 1),
        instruction(end, 0x7fc0_0000),  // SECCOMP_RET_USER_NOTIF
        instruction(end, 0x7fff_0000),  // SECCOMP_RET_ALLOW
      ]
    }
  #endif
}
