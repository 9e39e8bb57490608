import Foundation
import TestSupport
import Testing

@Suite("A disk that is full")
struct FullDiskTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test("leaves the earlier page as it was, no part of the new one, and status 74")
  func earlierPage() async throws {
    try folder.write("# One\n", to: "a.md")
    #expect(try await Program.render("a.md", in: folder).status == 0)
    let earlier = try folder.data("Output/a.html")
    try folder.write("# Two\n", to: "a.md")
    // Past the limit on a file's size write() fails as it does on a full disk, in the middle.
    let limited = "ulimit -f 8; trap '' XFSZ; exec \"$RENDER\" a.md"
    let result = try await Program(
      "/bin/bash",
      ["-c", limited],
      environment: ["RENDER": Program.render],
      in: folder
    ).result()
    #expect(result.status == 74)
    #expect(result.errors == "Output/a.html: error: the page cannot be written: File too large\n")
    #expect(try folder.data("Output/a.html") == earlier)
    #expect(try folder.files(in: "Output") == ["a.html"])
  }

  #if os(Linux)
    @Test("does not keep a page from being made where only messages are lost")
    func lostMessages() async throws {
      try folder.write("# One\n", to: "a.md")
      let result = try await Program(
        "/bin/bash",
        ["-c", "exec \"$RENDER\" a.md >/dev/full 2>&1"],
        environment: ["RENDER": Program.render],
        in: folder
      ).result()
      #expect(result.status == 0)
      #expect(try folder.files(in: "Output") == ["a.html"])
    }
  #endif
}
