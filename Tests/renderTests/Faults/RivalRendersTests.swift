#if os(Linux)
  import Foundation
  import TestSupport
  import Testing

  @Suite("Several renders of one folder at once", .serialized)
  struct RivalRendersTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    @Test("write the pages that each of them alone would write, and no reader sees a part of one")
    func rivals() async throws {
      var before = Snapshot(of: folder.path("Output"))
      for version in [Course.Version.first, .sentence, .image] {
        try Course.write(version, to: folder)
        let pages = try await Course.pages(version)
        let watch = PageWatch(folder.path("Output"), from: before, to: pages)
        let renders = try (0..<(version == .first ? 10 : 5)).map { number in
          try Program(
            Program.render,
            ["course", "--verbose"] + (number == 0 ? ["--fresh"] : []),
            in: folder
          )
        }
        while renders.contains(where: \.isRunning) {
          #expect(try await Program.render("clean", "course", in: folder).status == 0)
        }
        for render in renders {
          let result = try await render.result()
          #expect(result.status == 0)
          #expect(result.errors == "")
        }
        let seen = watch.end()
        #expect(seen.faults == [])
        #expect(seen.looks > 5)
        before = Snapshot(of: folder.path("Output"))
        #expect(before == pages)
        #expect(before.leftovers == [])
      }
      #expect(try folder.files(in: ".store/parts") == [])
    }
  }
#endif
