import Files
import Foundation
import StoreSamples
import TestSupport
import Testing

@testable import ResultStore

@Suite("An entry that is not whole")
struct DamageTests {
  private let folder: ScratchFolder
  private let path: String
  private let key = Sample.key(1)
  private let result = Sample.result(1, size: 40)

  init() throws {
    folder = try ScratchFolder()
    let store = ResultStore(folder)
    store.write(result, for: key)
    store.write(Sample.result(2, size: 40), for: Sample.key(2))
    path = store.layout.entry(key)
  }

  /// Reads the entry: there is to be none, one trouble, no file, and room for a new one.
  private func expectTrouble(
    _ message: String = "",
    _ note: String = "",
    at location: SourceLocation = #_sourceLocation
  ) {
    let troubles = Troubles()
    let store = ResultStore(folder, troubles)
    let comment = Comment(rawValue: note)
    #expect(store.read(key) == nil, comment, sourceLocation: location)
    #expect(store.read(key) == nil, comment, sourceLocation: location)
    #expect(troubles.reasons == [.badEntry], comment, sourceLocation: location)
    let text = troubles.all.first?.message ?? ""
    #expect(message.isEmpty || text.contains(message), "\(text)", sourceLocation: location)
    #expect(text.hasPrefix("The kept transcript \(path) "), "\(text)", sourceLocation: location)
    #expect(text.hasSuffix("; it is made anew."), "\(text)", sourceLocation: location)
    #expect((try? FileStatus(of: path)) == nil, comment, sourceLocation: location)
    #expect(store.write(result, for: key), comment, sourceLocation: location)
    #expect(store.read(key) == result, comment, sourceLocation: location)
    #expect(troubles.all.count == 1, comment, sourceLocation: location)
  }

  @Test("is noticed for every bit that is wrong, in the header and in the result")
  func bits() throws {
    let whole = try Bytes.read(path)
    #expect(whole.count == 128)
    for place in whole.indices {
      for bit in 0..<8 {
        var bytes = whole
        bytes[place] ^= 1 << bit
        try Bytes.write(bytes, to: path)
        expectTrouble("", "byte \(place), bit \(bit)")
      }
    }
  }

  @Test("is noticed at every length that it may be cut to, and where something follows it")
  func lengths() throws {
    let whole = try Bytes.read(path)
    for count in 0..<whole.count {
      try Bytes.write(Array(whole.prefix(count)), to: path)
      expectTrouble("is cut off", "\(count) bytes")
    }
    try Bytes.write(whole + [0], to: path)
    expectTrouble("is damaged")
  }

  @Test("is noticed after random changes of a larger one")
  func random() throws {
    let large = Sample.result(1, size: 30_000)
    ResultStore(folder).write(large, for: key)
    let whole = try Bytes.read(path)
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<100 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let start = Int.random(in: 0..<bytes.count, using: &generator)
        let end = min(bytes.count, start + Int.random(in: 1...4096, using: &generator))
        // A page that never reached the disk after a power cut reads as zeros.
        for place in start..<end { bytes[place] = 0 }
      }
      if bytes == whole { continue }
      try Bytes.write(bytes, to: path)
      expectTrouble()
    }
  }

  @Test("is noticed where it is another key's, another version's, or nobody's")
  func foreign() throws {
    let whole = try Bytes.read(path)
    try Bytes.write(try Bytes.read(ResultStore(folder).layout.entry(Sample.key(2))), to: path)
    expectTrouble("holds what belongs to another key")
    var newer = whole
    newer[15] = 9
    try Bytes.write(newer, to: path)
    expectTrouble("has the unknown format 9")
    try Bytes.write(Array("#!/bin/sh\necho hello\n".utf8), to: path)
    expectTrouble("is not an entry of the store")
    try Bytes.write([UInt8](repeating: 0, count: 500), to: path)
    expectTrouble("is not an entry of the store")
  }

  @Test("is noticed where it announces more than any memory holds")
  func hugeSizes() throws {
    let whole = try Bytes.read(path)
    for size in [Int.max, Int.min, -1, 1 << 40, Entry.largest, Entry.largest + 1] {
      var bytes = Array(whole[..<48])
      bytes.append(number: size)
      try Bytes.write(bytes + whole[56...], to: path)
      // A file may be as large as it likes where the disk keeps no zeros.
      if size > 0 { truncate(path, min(size, 1 << 41)) }
      expectTrouble("", "\(size)")
    }
  }
}
