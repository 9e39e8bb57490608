#if os(Linux)
  import Dispatch
  import Files
  import Glibc
  import Synchronization

  /// Hears from the kernel what changes in folders, by inotify: nothing is done as long as nothing changes.
  final class SystemWatch: FolderWatch {
    private struct Folders {
      var byNumber: [Int32: String] = [:]
      var byPath: [String: Int32] = [:]
    }

    private let descriptor: Int32
    nonisolated(unsafe) private let source: any DispatchSourceRead
    private let folders = Mutex(Folders())

    private static let mask =
      UInt32(IN_CLOSE_WRITE) | UInt32(IN_MODIFY) | UInt32(IN_ATTRIB) | UInt32(IN_CREATE)
      | UInt32(IN_DELETE) | UInt32(IN_MOVED_FROM) | UInt32(IN_MOVED_TO) | UInt32(IN_DELETE_SELF)
      | UInt32(IN_MOVE_SELF) | UInt32(IN_ONLYDIR)

    /// - Parameter hear: takes what changed, on a thread of its own.
    init(hearing hear: @escaping @Sendable ([WatchedChange]) -> Void) throws(WatchFault) {
      descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
      guard descriptor >= 0 else {
        throw WatchFault(message: "changes of files cannot be heard of: \(Self.reason)")
      }
      source = DispatchSource.makeReadSource(
        fileDescriptor: descriptor,
        queue: DispatchQueue(label: "Watch", qos: .userInitiated)
      )
      source.setCancelHandler { [descriptor] in close(descriptor) }
      source.setEventHandler { [weak self] in
        if let changes = self?.read(), !changes.isEmpty { hear(changes) }
      }
      source.activate()
    }

    deinit { source.cancel() }

    func watch(_ wanted: Set<String>) -> (new: Set<String>, fault: WatchFault?) {
      folders.withLock { folders in
        var new: Set<String> = []
        for (path, number) in folders.byPath where !wanted.contains(path) {
          inotify_rm_watch(descriptor, number)
          folders.byPath[path] = nil
          folders.byNumber[number] = nil
        }
        for path in wanted where folders.byPath[path] == nil {
          let number = inotify_add_watch(descriptor, path, Self.mask)
          guard number >= 0 else {
            // What is gone is missed by who depends on it.
            guard errno == ENOSPC else { continue }
            let reason = "there are too many: see fs.inotify.max_user_watches"
            return (new, WatchFault(message: "not all folders can be watched: \(reason)"))
          }
          folders.byPath[path] = number
          folders.byNumber[number] = path
          new.insert(path)
        }
        return (new, nil)
      }
    }

    /// All that is to be heard now.
    private func read() -> [WatchedChange] {
      var changes: [WatchedChange] = []
      let size = 1 << 16
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 8)
      defer { buffer.deallocate() }
      while true {
        let count = Glibc.read(descriptor, buffer.baseAddress, size)
        guard count > 0 else { break }
        var at = 0
        while at + MemoryLayout<inotify_event>.size <= count {
          let event = buffer.loadUnaligned(fromByteOffset: at, as: inotify_event.self)
          let start = at + MemoryLayout<inotify_event>.size
          let end = min(count, start + Int(event.len))
          let name = String(decoding: buffer[start..<end].prefix { $0 != 0 }, as: UTF8.self)
          at = end
          if let change = change(event, name) { changes.append(change) }
        }
      }
      return changes
    }

    private func change(_ event: inotify_event, _ name: String) -> WatchedChange? {
      func has(_ flags: Int...) -> Bool { flags.contains { event.mask & UInt32($0) != 0 } }
      if has(Int(IN_Q_OVERFLOW)) { return WatchedChange() }
      let folder = folders.withLock { folders -> String? in
        let path = folders.byNumber[event.wd]
        // The folder is gone, and the kernel has forgotten it.
        if has(Int(IN_IGNORED)), let path {
          folders.byNumber[event.wd] = nil
          if folders.byPath[path] == event.wd { folders.byPath[path] = nil }
        }
        return path
      }
      guard let folder else { return nil }
      if name.isEmpty {
        return has(Int(IN_DELETE_SELF), Int(IN_MOVE_SELF))
          ? WatchedChange(path: folder, isEntry: true) : nil
      }
      return WatchedChange(
        path: Paths.join(folder, name),
        isEntry: has(Int(IN_CREATE), Int(IN_DELETE), Int(IN_MOVED_FROM), Int(IN_MOVED_TO)),
        isContent: has(Int(IN_CLOSE_WRITE), Int(IN_MODIFY), Int(IN_ATTRIB), Int(IN_MOVED_TO)),
        isWhole: has(Int(IN_CLOSE_WRITE), Int(IN_MOVED_TO))
      )
    }

    private static var reason: String { String(cString: strerror(errno)) }
  }
#endif
