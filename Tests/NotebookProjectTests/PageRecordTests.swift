import Documents
import NotebookHTML
import NotebookLayout
import Testing

@testable import NotebookProject
@testable import ResultStore

@Suite("The record of a page")
struct PageRecordTests {
  private let content = Fingerprint(of: [1, 2, 3])

  private var record: PageRecord {
    let target = LabelTarget(address: "#eq-far", number: "1")
    let entry = LabelIndex.Entry(notebook: "far.md", page: "far.html", target: target)
    return PageRecord(
      page: Fingerprint(of: []),
      assets: [.mathJax],
      placed: [PlacedFile(source: "a/é.png", content: content)],
      warnings: [
        Diagnostic(.warning, .cannotRead, "message", path: "a.md"),
        Diagnostic(
          .note,
          .cannotRead,
          "é",
          help: "help",
          path: "a.md",
          start: SourcePosition(line: 1, column: 2),
          end: SourcePosition(line: 300, column: 4)
        ),
      ],
      origins: PageRecord.Origins(
        files: [PageRecord.File(path: "data.csv", content: nil)],
        environment: ["HOME": nil, "LANG": "C"],
        others: OtherPages.Answers(labels: ["eq-far": [entry]], pages: ["far.html": true]),
        links: [
          PageLinks.Link(
            address: PageAddress(.image, "a/é.png"),
            destination: Destination(kind: .file, path: "a/é.png", content: content, size: 3)
          ),
          PageLinks.Link(
            address: PageAddress(.link, "b.md#c"),
            destination: Destination(kind: .page, path: "b.md", page: "b.html", anchor: "")
          ),
        ]
      )
    )
  }

  @Test("is read again as it was written, and not from bytes that are none")
  func coding() throws {
    let bytes = try #require(PageRecord.coding.encode(record))
    let read = try #require(PageRecord.coding.decode(bytes[...]))
    #expect(read.page == record.page && read.assets == record.assets)
    #expect(read.warnings == record.warnings)
    #expect(read.origins.files == record.origins.files)
    #expect(read.origins.environment == record.origins.environment)
    #expect(read.placed == record.placed)
    #expect(read.origins.links == record.origins.links)
    #expect(read.origins.others == record.origins.others)
    for count in bytes.indices { #expect(PageRecord.coding.decode(bytes.prefix(count)) == nil) }
    #expect(PageRecord.coding.decode((bytes + [0])[...]) == nil)
  }

  @Test("never ends the program, whatever becomes of its bytes")
  func damage() throws {
    let bytes = try #require(PageRecord.coding.encode(record))
    for place in bytes.indices {
      for bit in [0, 3, 7] {
        var damaged = bytes
        damaged[place] ^= 1 << bit
        if let read = PageRecord.coding.decode(damaged[...]) {
          #expect(read.placed.count <= 1 && read.origins.links.count <= 2)
        }
      }
    }
  }
}
