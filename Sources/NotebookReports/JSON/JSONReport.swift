import Documents
import Foundation

/// Everything that came of checking documents, for programs. The manual describes each member.
///
/// Members may be added; whatever else changes gives a new ``version``. Lines and columns count from
/// 1, columns in UTF-8 bytes, and an end is the place after the last byte. What there is nothing to
/// say about is left out.
package struct JSONReport: Sendable, Codable {
  var version = 1
  var summary: Totals
  /// Left out where it is not asked for.
  var coverage: Coverage?
  /// In the order in which they were given.
  var documents: [Document]

  /// What came of all documents.
  struct Totals: Sendable, Codable {
    var documents: Int
    var documentsNotRun: Int
    var documentsWithErrors: Int
    var cellsRun: Int
    var kept: Int
    var broken: Int
    var unchecked: Int
    var known: Int
    var strictWarnings: Int
    var documentsWithoutSwift: Int
    var seconds: Double
  }

  /// How much the documents use of what their package offers.
  struct Coverage: Sendable, Codable {
    var cells: Int
    var compiled: Int
    var run: Int
    var promised: Int
    var notChecked: Int
    var symbols: Int
    var used: Int
    /// Left out where there are no symbols.
    var percent: Double?
    var unused: [Symbol]
  }

  /// Something public that no verified cell uses.
  struct Symbol: Sendable, Codable {
    var name: String
    var kind: String
    var module: String
    var identifier: String
    var path: String
    var start: Position
  }

  /// What came of one document.
  struct Document: Sendable, Codable {
    var path: String
    /// What became of each cell.
    var cells: [Cell]
    var promises: [Promise]
    var findings: [Finding]
    var diagnostics: [Diagnostic]
    /// What is wrong and known; left out where nothing is.
    var known: [Diagnostic]?
    /// The cells that are not checked; left out where there are none.
    var notChecked: [Exemption]?
    var strict: Bool
    var failed: Bool
    var cellsRun: Int
    var seconds: Double
  }

  /// What became of a cell.
  struct Cell: Sendable, Codable {
    var state: String
    /// Why it is not checked.
    var reason: String?
    var hidden: Bool
    var start: Position?
    var end: Position?
    /// What it promises, by places among the document's promises, from 0.
    var promises: [Int]
  }

  /// Something that a document promises.
  struct Promise: Sendable, Codable {
    var kind: String
    var line: Int?
    var column: Int?
    var endLine: Int?
    var endColumn: Int?
    var status: PromiseStatus
    var promised: String
  }

  /// A promise that is broken.
  struct Finding: Sendable, Codable {
    /// The promise, by its place among the document's, from 0.
    var promise: Int?
    var identifier: String
    var message: String
    var help: String?
    var path: String
    var start: Position?
    var end: Position?
    var promised: String
    var shown: String?
    var difference: [Line]
    var canBeAccepted: Bool
  }

  /// A cell that is not checked.
  struct Exemption: Sendable, Codable {
    /// What it is instead.
    var reason: String
    var start: Position
    var end: Position
  }

  /// Something else that is wrong or worth knowing.
  struct Diagnostic: Sendable, Codable {
    var severity: String
    var identifier: String
    var message: String
    var help: String?
    var path: String
    var start: Position?
    var end: Position?
  }

  /// A place in a document.
  struct Position: Sendable, Codable {
    var line: Int
    var column: Int
  }

  /// A line of a difference.
  struct Line: Sendable, Codable {
    var kind: String
    var text: String
    /// What differs within the line; left out where nothing is known of that.
    var emphasis: [Columns]?
  }

  /// A part of a line.
  struct Columns: Sendable, Codable {
    var column: Int
    var endColumn: Int
  }

  /// A report as it may be printed: who sees it in a terminal or a log gives no commands by it.
  package static func text(of report: some Encodable) throws -> String {
    let text = String(decoding: try encoder.encode(report), as: UTF8.self)
    guard text.utf8.contains(0x7F) || text.utf8.contains(0xC2) || text.contains("##") else {
      return text
    }
    var plain = String.UnicodeScalarView()
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      // Such signs stand in strings alone, which may hold them as escapes.
      let isHidden = (0x7F...0x9F).contains(scalar.value) || scalar == "#" && last == "#"
      if isHidden {
        plain += "\\u00\(String(scalar.value, radix: 16))".unicodeScalars
      } else {
        plain.append(scalar)
      }
      last = scalar
    }
    return String(plain)
  }

  /// Writes the same report as the same bytes, to be read by people too.
  package static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return encoder
  }
}
