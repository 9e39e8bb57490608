#if os(Linux)
  import Foundation
  import TestSupport
  import Testing

  @Suite("A store that is damaged", .serialized)
  struct DamagedStoreTests {
    private let folder: ScratchFolder
    private let fresh: Snapshot

    init() async throws {
      folder = try ScratchFolder()
      try Course.write(.first, to: folder)
      fresh = try await Course.pages(.first)
    }

    /// What can happen to a file.
    enum Damage: Int, CaseIterable {
      case empty, cutOff, changed, longer, otherEntry, foreign, folder, unreadable

      /// Does it to a file.
      /// - Parameter other: another file of its kind.
      func happen(to path: String, other: String) throws {
        let files = FileManager.default
        guard var bytes = files.contents(atPath: path) else { throw CocoaError(.fileReadUnknown) }
        switch self {
        case .empty: bytes = Data()
        case .cutOff: bytes = bytes.prefix(bytes.count * 2 / 3)
        case .changed: bytes[bytes.count * 3 / 4] ^= 4
        case .longer: bytes.append(0)
        case .otherEntry: bytes = files.contents(atPath: other) ?? Data()
        case .foreign: bytes = Data("<html>a page</html>".utf8)
        case .folder, .unreadable: break
        }
        try files.removeItem(atPath: path)
        switch self {
        case .folder:
          try files.createDirectory(atPath: path + "/a", withIntermediateDirectories: true)
        // Permissions do not keep an administrator from reading.
        case .unreadable: try files.createSymbolicLink(atPath: path, withDestinationPath: path)
        default: try bytes.write(to: URL(filePath: path))
        }
      }
    }

    /// Renders into a new folder, where the pages are to be the expected ones.
    /// - Returns: what it tells.
    private func render(_ arguments: String...) async throws -> Set<String> {
      try? FileManager.default.removeItem(atPath: folder.path("Output"))
      let result = try await Program(
        Program.render,
        ["course", "--verbose"] + arguments,
        in: folder
      ).result()
      #expect(result.status == 0)
      let pages = Snapshot(of: folder.path("Output"))
      #expect(pages.changes(since: fresh) == [])
      #expect(
        pages.names.count { $0.hasSuffix(".html") } == (try folder.files(in: "course").count - 1)
      )
      return Set(folder.relative(result.errors).split(separator: "\n").map(String.init))
    }

    /// The entries that a run told to be bad.
    private func entries(_ told: Set<String>) -> Set<String> {
      Set(told.compactMap { $0.firstMatch(of: #/\.store/objects/(\S+)/#).map { String($0.1) } })
    }

    @Test("gives the pages that a run from nothing gives, whatever has happened to its entries")
    func entries() async throws {
      #expect(try await render() == [])
      let names = try folder.files(in: ".store/objects")
      #expect(names.count > 10)
      var batches: [(told: Set<String>, unreadable: Set<String>)] = []
      for batch in Damage.allCases.indices {
        var unreadable: Set<String> = []
        for (number, name) in names.enumerated() {
          let damage = Damage.allCases[(number + batch) % Damage.allCases.count]
          try damage.happen(
            to: folder.path(".store/objects/\(name)"),
            other: folder.path(".store/objects/\(names[(number + 1) % names.count])")
          )
          if damage == .unreadable { unreadable.insert(name) }
        }
        let told = try await render()
        #expect(told.allSatisfy { $0.hasPrefix("store: The kept ") })
        batches.append((entries(told), unreadable))
        #expect(try folder.files(in: ".store/objects") == names)
        #expect(try await render() == [])
        #expect(try await render("--frozen") == [])
      }
      // Some entries are for --frozen alone, and are replaced without being looked at.
      let read = batches.reduce(into: Set<String>()) { $0.formUnion($1.told) }
      #expect(read.count > names.count / 2)
      // What keeps all entries from being read is told once.
      for (told, unreadable) in batches { #expect(read.subtracting(unreadable).isSubset(of: told)) }
    }

    @Test("gives the pages that a run from nothing gives, whatever has happened to its other files")
    func others() async throws {
      // Without cells, as there is nothing about them here.
      for name in ["a", "c"] {
        try FileManager.default.removeItem(atPath: folder.path("course/\(name).md"))
      }
      #expect(try await render() == [])
      let names = ["usage", "CACHEDIR.TAG", ".gitignore", "parts", "objects"]
      try FileManager.default.moveItem(atPath: folder.path(".store"), toPath: folder.path("whole"))
      for (batch, damage) in Damage.allCases.enumerated() {
        try renew()
        for (number, name) in names.enumerated() {
          let kind = Damage.allCases[(number + batch) % Damage.allCases.count]
          try kind.happen(to: file(name), other: folder.path(".store/lectern-store"))
        }
        let told = try await render()
        // A file in the place of the folder of entries keeps all from being read, and is told once.
        #expect(told.count <= 1)
        #expect(told.allSatisfy { $0.hasPrefix("store: The kept ") })
        #expect(try await render() == [])

        try renew()
        try damage.happen(to: file("lectern-store"), other: file("CACHEDIR.TAG"))
        let refused = try await render()
        let isMark = [.empty, .cutOff, .changed, .longer].contains(damage)
        #expect(refused.count == (isMark ? 0 : 1))
        #expect(refused.allSatisfy { $0.hasSuffix("It is left alone, and nothing is kept.") })
      }
    }

    /// Puts a whole store in the damaged one's place.
    private func renew() throws {
      try? FileManager.default.removeItem(atPath: folder.path(".store"))
      try FileManager.default.copyItem(atPath: folder.path("whole"), toPath: folder.path(".store"))
    }

    /// The path of something in the store, where a folder gives way to a file.
    private func file(_ name: String) throws -> String {
      let path = folder.path(".store/\(name)")
      if FileManager.default.contents(atPath: path) == nil {
        try? FileManager.default.removeItem(atPath: path)
        try Data("any".utf8).write(to: URL(filePath: path))
      }
      return path
    }
  }
#endif
