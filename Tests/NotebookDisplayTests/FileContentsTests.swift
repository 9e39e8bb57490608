import Foundation
import NotebookDisplay
import Testing

@Suite("Contents of files")
struct FileContentsTests {
  private let folder: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "files-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path
  }

  private func write(_ bytes: [UInt8]) throws -> String {
    let path = folder + "/file"
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }

  @Test("a file is read whole, as text or as bytes", arguments: [0, 1, 70_000, 3_000_000])
  func whole(_ count: Int) throws {
    let path = try write((0..<count).map { UInt8(97 + $0 % 26) })
    #expect(try bytes(of: path).count == count)
    let text: String = try contents(of: path)
    #expect(text.utf8.count == count)
    try FileManager.default.removeItem(atPath: folder)
  }

  @Test("what is wrong with a file is said")
  func failures() throws {
    func failure(_ path: String) -> FileFailure? {
      do throws(FileFailure) {
        _ = try contents(of: path)
        return nil
      } catch {
        return error
      }
    }
    #expect(failure(folder + "/none")?.reason == .missing)
    #expect(failure(folder + "/none")?.description == "there is no file '\(folder)/none'")
    #expect(failure(folder)?.reason == .notAFile)
    let path = try write([65, 0xC3, 0xA9, 66, 0xFF, 67])
    #expect(failure(path)?.reason == .notUTF8(offset: 4))
    #expect(failure(path)?.description == "'\(path)' is not UTF-8 text; see its byte 4")
    #expect(mkfifo(folder + "/pipe", 0o600) == 0)
    #expect(failure(folder + "/pipe")?.reason == .notAFile)
    try FileManager.default.removeItem(atPath: folder)
  }
}
