extension FileChanges {
  /// What may have changed of some files since a moment, in folders in which nobody watched for changes until now.
  ///
  /// - Parameters:
  ///   - files: what something was made from.
  ///   - folders: the folders that are watched from now on.
  ///   - moment: when the first of the files was read, or before; see ``Moment/beforeChanges``.
  package init(
    of files: some Sequence<WatchedFile>,
    in folders: Set<String>,
    since moment: Moment
  ) {
    self.init()
    guard !folders.isEmpty else { return }
    var known: [String: FileStatus?] = [:]
    func status(_ path: String) -> FileStatus? {
      if let known = known[path] { return known }
      let status = try? FileStatus(of: path, followingLinks: true)
      known[path] = status
      return status
    }
    for file in files {
      for place in file.places {
        let outer = Self.folders(above: place).first { status($0)?.isFolder == true }
        if let outer, folders.contains(outer) {
          if let item = status(place) {
            if item.changeTime >= moment { add(content: place) }
          } else if let folder = status(outer), folder.changeTime >= moment {
            add(entry: place)
          }
        }
        guard file.use == .names, folders.contains(place), let folder = status(place),
          folder.changeTime >= moment
        else { continue }
        for name in Folder.names(in: place) {
          let inner = Paths.join(place, name)
          if let item = status(inner), item.changeTime >= moment { add(entry: inner) }
        }
      }
    }
  }
}
