import Files
import Foundation
import StoreSamples
import TestSupport
import Testing

@testable import ResultStore

@Suite("Something else at an entry's place")
struct ObstacleTests {
  private let folder: ScratchFolder
  private let layout: Layout
  private let key = Sample.key(1)

  init() throws {
    folder = try ScratchFolder()
    let store = ResultStore(folder)
    store.write([1], for: key)
    layout = store.layout
  }

  enum Obstacle: CaseIterable {
    case emptyFolder, fullFolder, loop, linkToWholeEntry, linkToNothing, pipe, socket

    var message: String {
      switch self {
      case .emptyFolder, .fullFolder, .pipe: "is not a regular file"
      case .loop, .linkToWholeEntry, .linkToNothing: "cannot be read (Too many levels of symb"
      case .socket: "cannot be read ("
      }
    }
  }

  private func put(_ obstacle: Obstacle, at path: String) throws {
    let files = FileManager.default
    let whole = try Bytes.read(path)
    try files.removeItem(atPath: path)
    switch obstacle {
    case .emptyFolder: try files.createDirectory(atPath: path, withIntermediateDirectories: false)
    case .fullFolder:
      try files.createDirectory(atPath: path + "/a/b", withIntermediateDirectories: true)
      try Bytes.write([1], to: path + "/a/b/c")
      try files.createSymbolicLink(atPath: path + "/a/out", withDestinationPath: folder.url.path)
    case .loop: try files.createSymbolicLink(atPath: path, withDestinationPath: path)
    case .linkToWholeEntry:
      try Bytes.write(whole, to: folder.path("whole"))
      let target = folder.path("whole")
      try files.createSymbolicLink(atPath: path, withDestinationPath: target)
    case .linkToNothing:
      try files.createSymbolicLink(atPath: path, withDestinationPath: folder.path("nothing"))
    case .pipe: #expect(mkfifo(path, 0o600) == 0)
    case .socket: #expect(mknod(path, S_IFSOCK | 0o600, 0) == 0)
    }
  }

  @Test("is reported, removed, and makes room for the result", arguments: Obstacle.allCases)
  func read(_ obstacle: Obstacle) throws {
    try put(obstacle, at: layout.entry(key))
    let troubles = Troubles()
    let store = ResultStore(folder, troubles)
    #expect(store.read(key) == nil)
    #expect(store.read(key) == nil)
    #expect(troubles.reasons == [.badEntry])
    #expect(troubles.all.first?.message.contains(obstacle.message) == true, "\(troubles.all)")
    #expect(store.write([2], for: key))
    #expect(store.read(key) == [2])
    #expect(troubles.all.count == 1)
    #expect(FileManager.default.fileExists(atPath: folder.path("store")))
  }

  @Test("does not keep a result from being written", arguments: Obstacle.allCases)
  func write(_ obstacle: Obstacle) throws {
    try put(obstacle, at: layout.entry(key))
    let troubles = Troubles()
    let store = ResultStore(folder, troubles)
    #expect(store.write([2], for: key))
    #expect(store.read(key) == [2])
    #expect(troubles.all == [])
  }

  @Test("goes with the rest when the store is cleaned", arguments: Obstacle.allCases)
  func clean(_ obstacle: Obstacle) throws {
    try put(obstacle, at: layout.entry(key))
    #expect(ResultStore(folder).clean().count == 1)
    #expect((try? FileStatus(of: layout.entry(key))) == nil)
  }

  enum Place: CaseIterable { case fan, objects, parts }

  @Test(
    "is put right where it stands for one of the store's folders",
    arguments: Place.allCases,
    [true, false]
  )
  func folders(_ place: Place, isFile: Bool) throws {
    let path =
      switch place {
      case .fan: layout.fan(of: key)
      case .objects: layout.objects
      case .parts: layout.parts
      }
    for isReadFirst in [true, false] {
      try FileManager.default.removeItem(atPath: path)
      if isFile {
        try Bytes.write([1], to: path)
      } else {
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path)
      }
      let troubles = Troubles()
      let store = ResultStore(folder, troubles)
      if isReadFirst {
        let isThere = place == .parts
        #expect((store.read(key) != nil) == isThere)
        #expect(troubles.reasons == (isThere ? [] : [.badEntry]))
      }
      #expect(store.write([2], for: key))
      #expect(store.read(key) == [2])
      #expect(troubles.all.count == (isReadFirst && place != .parts ? 1 : 0))
    }
  }
}
