import Foundation
import StoreSamples
import TestSupport
import Testing

@testable import ResultStore

@Suite("The store's folder")
struct FolderTests {
  private let folder: ScratchFolder
  private let troubles = Troubles()

  init() throws { folder = try ScratchFolder() }

  /// Uses a store in every way: nothing is to change, and one trouble to be told.
  private func expectLeftAlone(_ message: String, at location: SourceLocation = #_sourceLocation) {
    let before = try? contents()
    let store = ResultStore(folder, troubles)
    let key = Sample.key(1)
    #expect(!store.write([1], for: key), sourceLocation: location)
    #expect(store.read(key) == nil, sourceLocation: location)
    store.remember([Made(KeyParts(kind: Sample.kind))], of: Subject("a.md", "page"))
    #expect(store.makings(of: Subject("a.md", "page")) == [], sourceLocation: location)
    #expect(store.prune(thoroughly: true) == Removal(), sourceLocation: location)
    #expect(store.clean() == Removal(), sourceLocation: location)
    #expect((try? contents()) == before, sourceLocation: location)
    #expect(troubles.reasons == [.unusableFolder], sourceLocation: location)
    let text = troubles.all.first?.message ?? ""
    #expect(text.contains(message), "\(text)", sourceLocation: location)
    #expect(text.hasPrefix("The folder for earlier results, "), sourceLocation: location)
    #expect(
      text.hasSuffix(". It is left alone, and nothing is kept."),
      "\(text)",
      sourceLocation: location
    )
  }

  private func contents() throws -> [String: Data] {
    let names = try folder.names()
    return Dictionary(
      uniqueKeysWithValues: names.map { name in
        (name, (try? Data(contentsOf: folder.url.appending(path: name))) ?? Data())
      }
    )
  }

  @Test("holds a mark, a tag for backup programs, and keeps itself out of git")
  func layout() throws {
    ResultStore(folder, troubles).write([1], for: Sample.key(1))
    let hex = Sample.key(1).hex
    #expect(
      try folder.names(in: "store") == [
        ".gitignore", "CACHEDIR.TAG", "lectern-store", "objects", "objects/\(hex.prefix(2))",
        "objects/\(hex.prefix(2))/\(hex.dropFirst(2))", "parts",
      ]
    )
    #expect(try folder.read("store/.gitignore") == "*\n")
    let signature = "Signature: 8a477f597d28d172789f06886806bc55\n"
    #expect(try folder.read("store/CACHEDIR.TAG").hasPrefix(signature))
    #expect(try folder.read("store/lectern-store").hasPrefix("Lectern store, format 1\n"))
    ResultStore(folder, troubles).prune(thoroughly: true)
    #expect(try folder.names(in: "store").contains("usage"))
    #expect(troubles.all == [])
  }

  @Test("is left alone where it has other content and no mark")
  func foreign() throws {
    let name = Sample.key(1).hex
    try folder.write("mine", to: "store/notes.txt")
    try folder.write("mine", to: "store/objects/\(name.prefix(2))/\(name.dropFirst(2))")
    try folder.write("mine", to: "store/parts/a.part")
    try Bytes.age(folder.path("store/parts/a.part"), by: 1_000_000)
    expectLeftAlone("is not empty and has no mark of a store")
  }

  @Test("is left alone where a file of the mark's name says something else")
  func otherMark() throws {
    try folder.write("mine", to: "store/lectern-store")
    expectLeftAlone("has no mark of a store")
  }

  @Test("is left alone where another version of the store made it")
  func otherFormat() throws {
    try folder.write("Lectern store, format 10\n", to: "store/lectern-store")
    expectLeftAlone("was made by another version of Lectern")
  }

  @Test("is left alone where it is a file")
  func file() throws {
    try folder.write("mine", to: "store")
    expectLeftAlone("cannot be used (Not a directory)")
  }

  @Test("is left alone where its mark is a folder")
  func markFolder() throws {
    try folder.write("mine", to: "store/lectern-store/a")
    expectLeftAlone("cannot be used (Is a directory)")
  }

  @Test("is left alone where it is a link that leads to itself")
  func loop() throws {
    let path = folder.store
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path)
    expectLeftAlone("cannot be used (Too many levels of symbolic links)")
  }

  @Test("may be a link to a folder, and may be there empty")
  func link() throws {
    let files = FileManager.default
    let target = folder.path("target")
    try files.createDirectory(atPath: target, withIntermediateDirectories: false)
    try files.createSymbolicLink(atPath: folder.store, withDestinationPath: target)
    let store = ResultStore(folder, troubles)
    #expect(store.write([1], for: Sample.key(1)))
    #expect(store.read(Sample.key(1)) == [1])
    #expect(troubles.all == [])
  }

  @Test("is ours where its mark was cut off while it was written")
  func cutMark() throws {
    for count in 0...Layout.format.utf8.count {
      try folder.write(String(Layout.format.prefix(count)), to: "store/lectern-store")
      let store = ResultStore(folder, troubles)
      #expect(store.write([1], for: Sample.key(count)))
      #expect(store.read(Sample.key(count)) == [1])
    }
    #expect(troubles.all == [])
  }

  @Test("is made again where it was removed meanwhile")
  func removed() throws {
    let store = ResultStore(folder, troubles)
    for number in 0..<3 {
      #expect(store.write([1], for: Sample.key(number)))
      try FileManager.default.removeItem(atPath: folder.store)
      #expect(store.read(Sample.key(number)) == nil)
      #expect(store.prune(thoroughly: true) == Removal())
    }
    #expect(troubles.all == [])
    try folder.write("mine", to: "store/notes.txt")
    #expect(!store.write([1], for: Sample.key(9)))
    #expect(try folder.names(in: "store") == ["notes.txt"])
    #expect(troubles.reasons == [.unusableFolder])
  }

  @Test("is refused where its name is none", arguments: ["", "a\0b"])
  func names(_ name: String) {
    let store = ResultStore(folder: name, limit: 1 << 20) { troubles.add($0) }
    #expect(!store.write([1], for: Sample.key(1)))
    #expect(store.read(Sample.key(1)) == nil)
    #expect(troubles.reasons == [.unusableFolder])
  }
}
