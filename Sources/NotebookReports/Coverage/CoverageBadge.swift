import Foundation
import NotebookChecks

/// How much documents use of what a package offers, as a badge.
///
/// Source: the JSON of a shields.io endpoint badge, schema version 1.
package struct CoverageBadge: Sendable, Encodable {
  var schemaVersion = 1
  var label = "documented by examples"
  var message: String
  var color: String

  /// The least per cent of each colour.
  private static let colors: [(least: Double, name: String)] = [
    (90, "brightgreen"), (75, "green"), (60, "yellowgreen"), (40, "yellow"), (20, "orange"),
  ]

  package init(_ coverage: Coverage) {
    guard let percent = coverage.percent else {
      (message, color) = ("no symbols", "lightgrey")
      return
    }
    message = "\(Int(percent)) %"
    color = Self.colors.first { percent >= $0.least }?.name ?? "red"
  }

  /// The file.
  package var bytes: [UInt8] {
    // Encoding plain values does not fail.
    ((try? JSONReport.encoder.encode(self)).map { Array($0) } ?? []) + Array("\n".utf8)
  }
}
