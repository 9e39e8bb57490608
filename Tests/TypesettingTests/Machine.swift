import Foundation

@testable import Typesetting

/// The typesetter of all tests. Where JavaScriptCore is missing, a test fails with the package's name.
func typesetter() throws -> Typesetter {
  _ = try shared.engines.first
  return shared
}

private let shared = Typesetter()

/// One formula on a page of its own.
func set(_ tex: String, isDisplay: Bool = true) throws -> FormulaResult {
  try typesetter().page(idPrefix: "t-").set([FormulaRequest(tex, isDisplay: isDisplay)])[0]
}

/// The memory of this process, in bytes.
func residentMemory() throws -> Int {
  let words = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
  return (Int(words[1]) ?? 0) * 4096
}
