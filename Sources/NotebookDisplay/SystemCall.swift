#if os(Linux)
  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #endif

  /// Calls of the system by their numbers, for which the C library has no functions that Swift sees.
  enum SystemCall {
    private typealias Function = @convention(c) (Int, Int, Int, Int, Int, Int) -> Int

    /// `syscall` of the C library, which takes any number of arguments and so is not seen by Swift.
    private static let function: Function? = dlsym(dlopen(nil, RTLD_NOW), "syscall").map {
      unsafeBitCast($0, to: Function.self)
    }

    /// Makes a call.
    /// - Returns: what it gives; -1 also where none can be made.
    static func make(_ number: Int, _ first: Int, _ second: Int, _ third: Int, _ fourth: Int = 0)
      -> Int
    {
      function.map { $0(number, first, second, third, fourth, 0) } ?? -1
    }

    /// Gives up getting rights by starting programs, without which the next two need rights of their own.
    static func refuseNewRights() { _ = make(prctl, 38, 1, 0) }

    #if arch(x86_64)
      static let architecture: UInt32? = 0xc000_003e
      static let (write, writev, prctl, seccomp, socket) = (1, 20, 157, 317, 41)
    #elseif arch(arm64)
      static let architecture: UInt32? = 0xc000_00b7
      static let (write, writev, prctl, seccomp, socket) = (64, 66, 167, 277, 198)
    #else
      static let architecture: UInt32? = nil
      static let (write, writev, prctl, seccomp, socket) = (0, 0, 0, 0, 0)
    #endif

    /// The same on all machines.
    static let (createRuleset, addRule, restrictSelf, setUpRing) = (444, 445, 446, 425)

    /// One instruction of a program that the system runs at each call.
    static func instruction(_ code: UInt64, _ operand: UInt32, _ yes: UInt64 = 0, _ no: UInt64 = 0)
      -> UInt64
    {
      code | yes << 16 | no << 24 | UInt64(operand) << 32
    }

    /// The codes of instructions.
    static let (load, isEqual, end) = (0x20 as UInt64, 0x15 as UInt64, 0x06 as UInt64)

    /// Installs a program that the system runs at each call.
    /// - Returns: what the call gives, which is -1 where the program is not installed.
    static func install(_ program: [UInt64], flags: Int) -> Int {
      program.withUnsafeBytes { instructions in
        withUnsafeTemporaryAllocation(byteCount: 16, alignment: 8) { header in
          let count = UInt16(instructions.count / 8)
          header.storeBytes(of: count, toByteOffset: 0, as: UInt16.self)
          header.storeBytes(of: instructions.baseAddress, toByteOffset: 8, as: Optional.self)
          func install() -> Int { make(seccomp, 1, flags, Int(bitPattern: header.baseAddress)) }
          let result = install()
          guard result < 0 else { return result }
          refuseNewRights()
          return install()
        }
      }
    }
  }
#endif
