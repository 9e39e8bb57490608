#if os(Linux)
  import Foundation
  import TestSupport
  import Testing

  @Suite("A disk without room", .serialized)
  struct FullFolderTests {
    private let folder: ScratchFolder

    init() throws {
      folder = try ScratchFolder()
      try Course.write(.first, to: folder)
    }

    @Test("for results keeps none that do not fit, and no page from being made")
    func store() async throws {
      for options in ["size=40k", "size=8m,nr_inodes=9"] {
        let disk = try SmallDisk([".store": options], in: folder)
        let result = try await disk.render("course", "--verbose")
        #expect(result.status == 0)
        #expect(
          result.errors == "store: Results cannot be kept in \(folder.path(".store")) "
            + "(No space left on device); they are made anew each time.\n"
        )
        #expect(try await Snapshot(of: disk.path("Output")) == Course.pages(.first))
        #expect(Snapshot(of: disk.path(".store")).leftovers == [])
        let quiet = try await disk.render("course")
        #expect(quiet.status == 0)
        #expect(quiet.errors == "")
      }
    }

    @Test("for pages leaves those as they were that do not fit, and names them")
    func pages() async throws {
      let disk = try SmallDisk(["Output": "size=16m"], in: folder)
      for version in [Course.Version.image, .first] {
        try Course.write(version, to: folder)
        #expect(try await disk.render("course").status == 0)
      }
      let before = Snapshot(of: disk.path("Output"))
      #expect(try await before == Course.pages(.first))
      let pages = try await Course.pages(.image)
      try Course.write(.image, to: folder)
      for room in [0, 4096, 20_000, 36_000, 150_000] {
        try disk.fill("Output", leaving: room)
        let full = try await disk.render("course")
        let named = Set(full.errors.split(separator: "\n").map(String.init))
        let failed = pages.names.filter { name in
          named.contains(
            "Output/\(name): error: the page cannot be written: No space left on device"
          )
        }
        #expect(failed.count == named.count, "\(full.errors)")
        #expect(full.status == (named.isEmpty ? 0 : 74))
        if room == 0 {
          let changed = pages.changes(since: before).filter { $0.hasSuffix(".html") }
          #expect(!changed.isEmpty && changed.allSatisfy(failed.contains))
        }
        try FileManager.default.removeItem(atPath: disk.path("Output/ballast"))
        let after = Snapshot(of: disk.path("Output"))
        #expect(after.faults(since: before, until: pages) == [])
        #expect(after.changes(since: pages).allSatisfy { failed.contains($0) })
        #expect(after.leftovers == [])
      }
      #expect(Snapshot(of: disk.path("Output")) == pages)
    }

    @Test("for pages and results does what either does")
    func both() async throws {
      let disk = try SmallDisk([".store": "size=20k", "Output": "size=16m"], in: folder)
      #expect(try await disk.render("course").status == 0)
      let before = Snapshot(of: disk.path("Output"))
      try disk.fill("Output", leaving: 0)
      try Course.write(.sentence, to: folder)
      let full = try await disk.render("course", "--verbose")
      #expect(full.status == 74)
      let lines = full.errors.split(separator: "\n")
      #expect(lines.count { $0.hasPrefix("store: Results cannot be kept in ") } == 1)
      #expect(lines.count { $0.hasSuffix("cannot be written: No space left on device") } == 6)
      try FileManager.default.removeItem(atPath: disk.path("Output/ballast"))
      #expect(Snapshot(of: disk.path("Output")) == before)
      #expect(try await disk.render("course").status == 0)
      #expect(try await Snapshot(of: disk.path("Output")) == Course.pages(.sentence))
    }

    @Test("for programs makes no page of them, is named, and is forgotten when there is room again")
    func programs() async throws {
      try folder.write("```swift\nlet x = 1\nx\n```\n", to: "n/a.md")
      try folder.write("```swift should-crash\n[1][2]\n```\n", to: "n/b.md")
      try folder.write("```swift compile-fail\nlet s: Int = \"\"\n```\n", to: "n/c.md")
      try folder.write("# No cell\n", to: "n/d.md")
      let fresh = try await Program.render("n", "--fresh", "-o", "Fresh", in: folder)
      #expect(fresh.status == 0)
      let pages = Snapshot(of: folder.path("Fresh"))
      #expect(pages.names.count == 4)
      let disk = try SmallDisk(["temporary": "size=64m"], in: folder)
      let environment = ["TMPDIR": folder.path("temporary")]
      let none = Snapshot(of: folder.path("nowhere"))
      for room in [0, 4096, 12_000, 40_000, 400_000] {
        try FileManager.default.removeItem(atPath: folder.path(".store"))
        try disk.fill("temporary", leaving: room)
        let full = try await disk.render("n", environment: environment)
        #expect(full.status == 1)
        let named = full.errors.split(separator: "\n").filter { $0.contains(": error: ") }
        #expect(
          named.allSatisfy {
            $0.hasSuffix(
              ".md: error: the disk is full on which cells are compiled, that of "
                + "'\(folder.path("temporary"))'"
            )
          }
        )
        #expect(Snapshot(of: disk.path("Output")).faults(since: none, until: pages) == [])
        try FileManager.default.removeItem(atPath: disk.path("temporary/ballast"))
        let free = try await disk.render("n", environment: environment)
        #expect(free.status == 0)
        #expect(free.errors == "")
        #expect(Snapshot(of: disk.path("Output")) == pages)
        #expect(Snapshot(of: disk.path("temporary")).names == [])
        try? FileManager.default.removeItem(atPath: disk.path("Output"))
      }
    }
  }
#endif
