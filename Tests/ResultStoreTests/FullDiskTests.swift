import Foundation
import StoreSamples
import TestSupport
import Testing

@testable import ResultStore

@Suite("A disk that takes no more")
struct FullDiskTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  /// What a filling worker told, by name.
  private func values(_ text: String) -> [String: String] {
    let lines = text.split(separator: "\n").map { $0.split(separator: " ", maxSplits: 1) }
    return Dictionary(
      lines.filter { $0.count == 2 }.map { (String($0[0]), String($0[1])) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Runs shell code in which `$1` is an empty disk of its own, which goes when the code ends.
  private func withDisk(_ options: String, _ code: String) throws -> (status: Int32, text: String) {
    let unshare = geteuid() == 0 ? "unshare -m" : "unshare -rm"
    let script = "mount -t tmpfs -o \"$2\" lectern-test \"$1\" || exit 32\n" + code
    return try WorkerProcess.shell(
      "export WORKER; exec \(unshare) sh -c \"$3\" sh \"$1\" \"$2\"",
      [folder.url.path, options, script]
    )
  }

  private func expectFull(_ values: [String: String], _ fault: String, keeps: Bool, again: Bool) {
    #expect(values["earlier"] == "0", "\(values)")
    #expect((Int(values["kept"] ?? "") ?? -1) >= (keeps ? 1 : 0), "\(values)")
    #expect((Int(values["failed"] ?? "") ?? 0) >= 1, "\(values)")
    #expect(values["wrong"] == "0", "\(values)")
    #expect(values["parts"] == "0", "\(values)")
    #expect(values["pruned"] == "0", "\(values)")
    #expect(values["cleaned"] == values["kept"], "\(values)")
    #expect(values["again"] == "\(again)", "\(values)")
    #expect(values["troubles"] == "1", "\(values)")
    #expect(
      values["trouble"]?.hasSuffix("(\(fault)); they are made anew each time.") == true,
      "\(values)"
    )
  }

  @Test(
    "keeps what fits, says so once, and keeps more when there is room again",
    arguments: [
      ("size=400k", true), ("size=40k", true), ("size=8k", false), ("size=4k", false),
      ("size=8m,nr_inodes=24", true), ("size=8m,nr_inodes=5", false),
    ]
  )
  func full(_ options: String, _ keeps: Bool) throws {
    let result = try withDisk(options, "exec \"$WORKER\" fill \"$1/store\" 40")
    guard result.text.contains("earlier") else {
      // Disks cannot be made here: the limit on a file's size fails writes in the middle as well.
      return try limited()
    }
    let values = values(result.text)
    expectFull(values, "No space left on device", keeps: keeps, again: keeps)
  }

  @Test("keeps no part of a result of which the disk takes only the beginning")
  func limited() throws {
    let result = try WorkerProcess.shell(
      "ulimit -f 8; trap '' XFSZ; exec \"$WORKER\" fill \"$1\" 40",
      [folder.path("limited-\(UUID().uuidString)")]
    )
    expectFull(values(result.text), "File too large", keeps: true, again: true)
  }

  @Test("gives what it holds where it cannot be written to, and says so once")
  func readOnly() throws {
    let fill = "\"$WORKER\" fill \"$1/store\" 20"
    let write = "\"$WORKER\" write \"$1/store\" 0 20 1 >/dev/null"
    let result =
      geteuid() == 0
      ? try withDisk("size=8m", "\(write) && mount -o remount,ro \"$1\" && \(fill)")
      : try WorkerProcess.shell(
        "\(write) && chmod -R a-w \"$1\" && \(fill); chmod -R u+w \"$1\"",
        [folder.url.path]
      )
    let values = values(result.text)
    #expect(values["earlier"] == "20", "\(result)")
    #expect(values["kept"] == "0", "\(result)")
    #expect(values["cleaned"] == "0", "\(result)")
    #expect(values["again"] == "false", "\(result)")
    #expect(values["wrong"] == "0", "\(result)")
    // One for writing and one for cleaning.
    #expect(values["troubles"] == "2", "\(result)")
  }
}
