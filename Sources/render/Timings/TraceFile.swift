import Foundation
import Timing

/// The file that a trace is written to, whole or not at all.
struct TraceFile: Sendable {
  let path: String

  func write(_ trace: ChromeTrace) throws {
    // The file that a link leads to is meant, not the link.
    let file = URL(filePath: path).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: file)
    // A device would be replaced by a file.
    if let type = attributes?[.type] as? FileAttributeType, type != .typeRegular {
      throw WholeFile.Fault(message: "it is not a file")
    }
    try WholeFile.write(Array(trace.json), to: file)
  }
}
