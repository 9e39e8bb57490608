import Foundation
import TestSupport
import Testing

@Suite("A store that others can write to")
struct SignedStoreTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func verify(_ key: String, _ options: String...) async throws -> Program.Result {
    try await Program(
      Program.render,
      ["verify", "a.md", "--sandbox", "off"] + options,
      environment: ["LECTERN_STORE_KEY": key],
      in: folder
    ).result()
  }

  @Test("gives only what was signed, tells of the rest, and lets strangers read")
  func signed() async throws {
    let secret = "a secret of the repository"
    try folder.write(
      """
      ```swift
      import Foundation
      let seen = FileManager.default.contents(atPath: "/proc/\\(getppid())/environ") ?? Data()
      String(decoding: seen, as: UTF8.self).contains("a secret of") // => false
      getenv("LECTERN_STORE_KEY") == nil // => true
      ```

      """,
      to: "a.md"
    )
    let first = try await verify(secret)
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.errors == "")
    #expect(try await verify(secret, "--frozen").status == 0)
    // Who knows no secret reads, as in a pull request from elsewhere, and writes nothing.
    let before = Snapshot(of: folder.path(".store"))
    #expect(try await verify("", "--frozen").status == 0)
    try folder.write("```swift\n6 * 7 // => 43\n```\n", to: "b.md")
    let stranger = try await Program.render("verify", "b.md", "--store-read-only", in: folder)
    #expect(stranger.status == 1)
    #expect(Snapshot(of: folder.path(".store")) == before)
    // Another secret's results are none, and are told of.
    let other = try await verify("another secret of somebody", "--store-read-only")
    #expect(other.status == 0)
    #expect(
      other.errors.contains(
        /note: \d+ kept results were not used, being not signed with this LECTERN_STORE_KEY: '.*store'/
      )
    )
    #expect(try await verify("another secret of somebody", "--frozen").status == 1)
    #expect(Snapshot(of: folder.path(".store")) == before)
    let short = try await verify("short")
    #expect(short.status == 64)
    #expect(short.errors.contains("LECTERN_STORE_KEY has 5 characters, and 16 are the least"))
  }
}
