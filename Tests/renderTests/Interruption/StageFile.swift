#if os(Linux)
  import Foundation
  import TestSupport

  /// What keeps a program in a stage.
  enum StageFile {
    case text(String)
    case cell(String)
    /// A folder of so many small documents.
    case documents(Int)
    /// A pipe.
    case pipe
    /// A file of a size that takes no room.
    case size(Int)
    /// A program that starts another and never ends.
    case endless
    /// The compiler, with what lies beside it here.
    case compiler
    /// A store with so many results.
    case store(Int)

    func write(to name: String, in folder: ScratchFolder) throws {
      let path = folder.path(name)
      switch self {
      case .text(let text): try folder.write(text, to: name)
      case .cell(let code): try folder.write("```swift\n\(code)\n```\n", to: name)
      case .documents(let count):
        for number in 0..<count { try folder.write("# \(number)\n", to: "\(name)/\(number).md") }
      case .pipe:
        unlink(path)
        mkfifo(path, 0o600)
      case .size(let size):
        try folder.write("", to: name)
        truncate(path, off_t(size))
      case .endless:
        try script(
          "(trap '' INT TERM HUP; sleep $LECTERN_TEST_SLEEP) & touch \"$BEGUN\"\nsleep $LECTERN_TEST_SLEEP\n",
          name,
          folder
        )
      case .compiler: try script("exec /usr/bin/env -- \"\(Self.swiftc)\" \"$@\"\n", name, folder)
      case .store(let count):
        try folder.write("Lectern store, format 1\n", to: "\(name)/lectern-store")
        for number in 0..<count {
          let digits = String(number, radix: 16)
          let key = String(repeating: "0", count: 62 - digits.count) + digits
          try folder.write("", to: "\(name)/objects/00/\(key)")
        }
      }
    }

    private func script(_ text: String, _ name: String, _ folder: ScratchFolder) throws {
      let path = try folder.write("#!/bin/sh\n" + text, to: name)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }

    private static let swiftc: String = {
      let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      let paths = folders.map { "\($0)/swiftc" }
      return paths.first(where: FileManager.default.isExecutableFile) ?? "swiftc"
    }()
  }
#endif
