import Foundation
import NotebookDisplay
import NotebookSyntax
import NotebookTranscript

/// What a notebook's pieces show, as a test writes it: by the piece's place among all pieces, from 0,
/// a list of things such as `{"print": "…"}`, `{"error": "…"}` and
/// `{"text/plain": "…", "text/latex": "…"}`.
package struct Results: ExpressibleByDictionaryLiteral {
  private var items: [Int: [[String: String]]] = [:]

  package init(dictionaryLiteral elements: (Int, [[String: String]])...) {
    items = Dictionary(elements) { $1 }
  }

  /// One thing that so many pieces show.
  package init(ofAll count: Int, _ item: [String: String]) {
    for place in 0..<count { items[place] = [item] }
  }

  package init(json: Data) throws {
    for (place, items) in try JSONDecoder().decode([String: [[String: String]]].self, from: json) {
      if let place = Int(place) { self.items[place] = items }
    }
  }

  package func transcript(of notebook: Notebook) -> Transcript {
    var transcript = Transcript()
    for (place, piece) in notebook.pieces.enumerated() {
      guard let items = items[place] else { continue }
      let output = items.map(Self.output)
      transcript.records[piece.id] = Transcript.Record(status: .ran, output: output)
    }
    return transcript
  }

  private static func output(_ item: [String: String]) -> Transcript.Output {
    if let text = item["print"] { return .text(text, .standardOutput) }
    if let text = item["error"] { return .text(text, .standardError) }
    var forms: [MIMEType: String] = [:]
    for (name, text) in item {
      if let type = MIMEType(rawValue: name) { forms[type] = text }
    }
    return .value(
      DisplayBundle(
        plain: item["text/plain", default: ""],
        forms,
        prefersPlain: item["prefersPlain"] == "true"
      )
    )
  }
}

extension Results {
  /// Says what one piece shows.
  package mutating func set(_ place: Int, _ items: [[String: String]]) { self.items[place] = items }
}
