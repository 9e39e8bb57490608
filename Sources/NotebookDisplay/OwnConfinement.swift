#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A sandbox that a program makes for itself before a cell runs, where no tool makes one around it: by Landlock, which
/// keeps it from files, and a filter of the system's calls, which keeps it from the network. Nothing of it can be taken
/// back, and all that it starts is in it, too.
package enum OwnConfinement {
  /// Whether the system can do so.
  package static var isPossible: Bool {
    #if os(Linux)
      SystemCall.architecture != nil && version >= 1
    #else
      false
    #endif
  }

  /// Enters it, where the process that started this one asks for it.
  /// - Returns: whether it is entered, or not asked for.
  static func begin() -> Bool {
    #if os(Linux)
      guard let readable = take(RecorderSetup.readableVariable),
        let writable = take(RecorderSetup.writableVariable)
      else { return true }
      return refuseNetwork() && confine(reading: readable, writing: writable)
    #else
      true
    #endif
  }

  #if os(Linux)
    /// The paths that a variable holds, one a line, which then holds none; `nil` where there is no such variable.
    private static func take(_ name: String) -> [String]? {
      guard let value = getenv(name) else { return nil }
      defer { unsetenv(name) }
      return String(cString: value).split(separator: "\n").map(String.init)
    }

    /// Lets the program open no socket but for processes of this machine that it can reach by a file.
    private static func refuseNetwork() -> Bool {
      guard let architecture = SystemCall.architecture else { return false }
      let (load, isEqual, end) = (SystemCall.load, SystemCall.isEqual, SystemCall.end)
      let instruction = SystemCall.instruction
      let refusal: UInt32 = 0x0005_0000 | UInt32(EACCES)  // SECCOMP_RET_ERRNO
      return SystemCall.install(
        [
          // Another machine's calls have other numbers, and `io_uring` opens sockets by none.
          instruction(load, 4, 0, 0), instruction(isEqual, architecture, 0, 5),
          instruction(load, 0, 0, 0),
          instruction(isEqual, UInt32(SystemCall.setUpRing), 3, 0),
          instruction(isEqual, UInt32(SystemCall.socket), 0, 3),
          instruction(load, 16, 0, 0), instruction(isEqual, UInt32(AF_UNIX), 1, 0),
          instruction(end, refusal, 0, 0),
          instruction(end, 0x7fff_0000, 0, 0),  // SECCOMP_RET_ALLOW
        ],
        flags: 0
      ) >= 0
    }

    private static func confine(reading readable: [String], writing writable: [String]) -> Bool {
      let rights = Rights(version: version)
      var attributes: (UInt64, UInt64, UInt64) = (rights.all, rights.network, rights.scopes)
      let rules = withUnsafeMutablePointer(to: &attributes) {
        SystemCall.make(SystemCall.createRuleset, Int(bitPattern: $0), rights.size, 0)
      }
      guard rules >= 0 else { return false }
      defer { close(Int32(rules)) }
      for path in readable { allow(rights.reading, path, rights, rules) }
      for path in writable { allow(rights.all, path, rights, rules) }
      SystemCall.refuseNewRights()
      return SystemCall.make(SystemCall.restrictSelf, rules, 0, 0) == 0
    }

    /// `O_PATH`
    private static let pathOnly: Int32 = 0o10_000_000

    /// Allows something beneath a path. What is not there cannot be allowed, and need not be.
    private static func allow(_ wanted: UInt64, _ path: String, _ rights: Rights, _ rules: Int) {
      let descriptor = open(path, pathOnly | O_CLOEXEC)
      guard descriptor >= 0 else { return }
      defer { close(descriptor) }
      var status = stat()
      guard fstat(descriptor, &status) == 0 else { return }
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      withUnsafeTemporaryAllocation(byteCount: 12, alignment: 8) { rule in
        rule.storeBytes(of: isFolder ? wanted : wanted & rights.ofFiles, as: UInt64.self)
        rule.storeBytes(of: descriptor, toByteOffset: 8, as: Int32.self)
        _ = SystemCall.make(SystemCall.addRule, rules, 1, Int(bitPattern: rule.baseAddress))
      }
    }

    /// The version of Landlock's interface; less than 1 where there is none.
    private static var version: Int { SystemCall.make(SystemCall.createRuleset, 0, 0, 1) }

    /// The rights that a version knows, by their bits in `linux/landlock.h`.
    private struct Rights {
      let version: Int

      /// To execute, to read a file, to read a folder.
      let reading: UInt64 = 1 << 0 | 1 << 2 | 1 << 3
      /// Those that make sense for what is no folder: those to execute, write, read, truncate and control.
      var ofFiles: UInt64 { (1 << 0 | 1 << 1 | 1 << 2 | 1 << 14 | 1 << 15) & all }
      var all: UInt64 {
        switch version {
        case ..<2: (1 << 13) - 1
        case 2: (1 << 14) - 1
        case 3, 4: (1 << 15) - 1
        default: (1 << 16) - 1
        }
      }
      /// To bind and to connect.
      var network: UInt64 { version >= 4 ? 3 : 0 }
      /// Sockets without files, and signals, of other processes.
      var scopes: UInt64 { version >= 6 ? 3 : 0 }
      /// How much of the attributes it knows, in bytes.
      var size: Int { version >= 6 ? 24 : version >= 4 ? 16 : 8 }
    }
  #endif
}
