#if os(Linux)
  import Foundation
  import TestSupport

  /// Looks for the beginning of a stage, and keeps open what the stage waits for.
  final class StageBegin {
    private let program: Program
    private let folder: ScratchFolder
    private var descriptor: Int32 = -1

    init(_ program: Program, in folder: ScratchFolder) {
      (self.program, self.folder) = (program, folder)
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Whether a script or a cell has said so.
    var isBegun: Bool { FileManager.default.fileExists(atPath: folder.path("begun")) }

    /// Whether the program has read so many bytes.
    func hasRead(_ count: Int) -> Bool {
      let text = try? String(contentsOfFile: "/proc/\(program.id)/io", encoding: .utf8)
      let words = text?.split { $0.isWhitespace } ?? []
      return words.count > 1 && words[0] == "rchar:" && Int(words[1]) ?? 0 > count
    }

    /// Whether the program has filled a pipe that nobody empties.
    func fills(_ name: String) -> Bool {
      if descriptor < 0 { descriptor = open(folder.path(name), O_RDWR | O_NONBLOCK | O_CLOEXEC) }
      var polled = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      return poll(&polled, 1, 0) == 0
    }

    /// Whether the program has a file open.
    func reads(_ name: String) -> Bool {
      let descriptors = "/proc/\(program.id)/fd"
      let names = (try? FileManager.default.contentsOfDirectory(atPath: descriptors)) ?? []
      return names.contains {
        let path = descriptors + "/" + $0
        return (try? FileManager.default.destinationOfSymbolicLink(atPath: path))
          == folder.path(name)
      }
    }

    /// Whether the program sets formulas or charts.
    var hasScriptEngine: Bool {
      // The system gives a page of it at a time, which must not be taken for its end.
      let file = FileHandle(forReadingAtPath: "/proc/\(program.id)/maps")
      defer { try? file?.close() }
      let maps = try? file?.readToEnd()
      return maps?.range(of: Data("libjavascriptcore".utf8)) != nil
    }

    /// Whether so many files are in a folder.
    func hasFiles(_ count: Int, in name: String) -> Bool {
      let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path(name))
      return (names ?? []).filter { !$0.hasPrefix(".") }.count >= count
    }
  }
#endif
