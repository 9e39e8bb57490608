import Files

/// All entries of a store as they are now, the least recently used first.
struct Inventory {
  struct Item {
    var path: String
    var status: FileStatus
    /// Since it was last used; `nil` where the clock was set back since, which counts as longest.
    var age: Duration?
  }

  var items: [Item] = []
  /// The room that they take together.
  var total = 0

  /// Looks at every entry; folders that cannot be read are passed by.
  init(of layout: Layout, at now: Moment) {
    let fans = (try? Folder.content(of: layout.objects, where: Layout.isFan)) ?? []
    for fan in fans where fan.status.isFolder {
      let path = layout.objects + "/" + fan.name
      let entries = (try? Folder.content(of: path, where: Layout.isEntry)) ?? []
      for entry in entries {
        let age = entry.status.time.age(at: now)
        items.append(Item(path: path + "/" + entry.name, status: entry.status, age: age))
        total += entry.status.room
      }
    }
    items.sort { one, other in
      if (one.age == nil) != (other.age == nil) { return one.age == nil }
      return (one.status.time, one.path) < (other.status.time, other.path)
    }
  }
}
