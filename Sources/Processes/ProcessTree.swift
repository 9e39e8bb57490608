import Foundation

/// A process and all that it started, as far as they stand below it: an orphan belongs to the tree of who takes it
/// up, which in a sandbox is in the tree, too.
package struct ProcessTree: Sendable {
  private let root: pid_t

  /// - Parameter root: the process.
  package init(of root: pid_t) { self.root = root }

  /// The processes that live.
  /// - Parameter most: of more than so many these are enough.
  package func members(most: Int) -> [pid_t] {
    var members = [root]
    var next = 0
    while next < members.count, members.count <= most {
      members += Self.children(of: members[next])
      next += 1
    }
    return members
  }

  /// How much memory some processes have, in bytes; what several share counts for each by its part.
  /// - Parameter most: up to so much it need not be told how much is shared.
  package static func memory(of processes: [pid_t], most: Int) -> Int {
    let resident = processes.reduce(0) { $0 + residentMemory(of: $1) }
    return resident <= most ? resident : processes.reduce(0) { $0 + proportionalMemory(of: $1) }
  }
}

#if os(Linux)
  extension ProcessTree {
    private static func children(of process: pid_t) -> [pid_t] {
      let threads =
        (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
      return threads.flatMap { thread in
        text("/proc/\(process)/task/\(thread)/children").split(separator: " ").compactMap {
          pid_t($0)
        }
      }
    }

    private static func residentMemory(of process: pid_t) -> Int {
      let pages = text("/proc/\(process)/statm").split(separator: " ").dropFirst().first
      return (pages.flatMap { Int($0) } ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
    }

    private static func proportionalMemory(of process: pid_t) -> Int {
      let lines = text("/proc/\(process)/smaps_rollup").split(separator: "\n")
      guard let line = lines.first(where: { $0.hasPrefix("Pss:") }),
        let kilobytes = line.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
      else { return residentMemory(of: process) }
      return kilobytes * 1024
    }

    private static func text(_ path: String) -> String {
      FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
  }
#else
  extension ProcessTree {
    private static func children(of process: pid_t) -> [pid_t] { [] }
    private static func residentMemory(of process: pid_t) -> Int { 0 }
    private static func proportionalMemory(of process: pid_t) -> Int { 0 }
  }
#endif
