import Foundation

/// The processes of the system, as far as it tells.
package enum ProcessTable {
  /// One of them.
  package struct Process: Sendable {
    package var id: pid_t
    package var parent: pid_t
    package var session: pid_t
    /// Whether it has ended and is not waited for yet, or at least its first thread has.
    package var hasEnded: Bool
  }

  /// All of them.
  package static var all: [Process] {
    #if os(Linux)
      let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
      return names.compactMap { name in pid_t(name).flatMap(Process.init) }
    #elseif canImport(Darwin)
      var ids = [pid_t](repeating: 0, count: 1 << 16)
      let count = proc_listallpids(&ids, Int32(ids.count * MemoryLayout<pid_t>.size))
      return ids.prefix(max(0, Int(count))).compactMap(Process.init)
    #else
      return []
    #endif
  }

  /// The processes that wait for this one, from the one that started it on.
  package static var ancestors: [pid_t] {
    let parents = Dictionary(all.map { ($0.id, $0.parent) }) { first, _ in first }
    var found: [pid_t] = []
    var next = parents[getpid()]
    while let id = next, id > 1, !found.contains(id) {
      found.append(id)
      next = parents[id]
    }
    return found
  }
}

#if canImport(Darwin)
  extension ProcessTable.Process {
    /// - Returns: `nil` where there is none of this number that this user may see.
    fileprivate init?(id: pid_t) {
      var information = proc_bsdinfo()
      let size = Int32(MemoryLayout<proc_bsdinfo>.size)
      guard proc_pidinfo(id, PROC_PIDTBSDINFO, 0, &information, size) == size else { return nil }
      self.init(
        id: id,
        parent: pid_t(information.pbi_ppid),
        session: getsid(id),
        hasEnded: information.pbi_status == UInt32(SZOMB)
      )
    }
  }
#endif

#if os(Linux)
  extension ProcessTable.Process {
    /// - Returns: `nil` where there is none of this number.
    fileprivate init?(id: pid_t) {
      guard let data = FileManager.default.contents(atPath: "/proc/\(id)/stat") else { return nil }
      // The program's name stands in parentheses and may hold anything; what follows it is the state,
      // the parent, the group and the session.
      let end = data.lastIndex(of: UInt8(ascii: ")")) ?? data.startIndex
      let fields = data[end...].dropFirst().split(separator: UInt8(ascii: " "), maxSplits: 4)
        .map { String(decoding: $0, as: UTF8.self) }
      guard fields.count > 4, let parent = pid_t(fields[1]), let session = pid_t(fields[3])
      else { return nil }
      let hasEnded = ["Z", "X"].contains(fields[0])
      self.init(id: id, parent: parent, session: session, hasEnded: hasEnded)
    }
  }
#endif
