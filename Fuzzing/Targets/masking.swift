import Documents

@testable import NotebookSyntax

/// What is hidden from Markdown leads back to where it stood, byte for byte.
func fuzz(_ bytes: [UInt8]) {
  let source = SourceText(path: "a.md", bytes: bytes)
  guard source.faults.isEmpty else { return }
  let range = source.contentStart..<source.contentEnd
  let scan = ExtraScanner.scan(source, from: range.lowerBound, readsCitations: true)
  var end = range.lowerBound
  for extra in scan.extras {
    holdInside(extra.range, source, "an extra")
    hold(extra.range.lowerBound >= end, "extras do not overlap")
    end = extra.range.upperBound
  }
  let masked = MaskedText(source, in: range, extras: scan.extras)
  hold(masked.bytes.count <= bytes.count + 16 * scan.extras.count + 16, "a mark is short")
  let lines = SourceText(path: "masked", bytes: masked.bytes)
  var last = range.lowerBound
  for line in 1...lines.lineCount {
    let text = lines.lineRange(line)
    for column in 1...text.count + 1 {
      let place = masked.sourceOffset(line: line, column: column)
      hold(place <= range.upperBound, "a place is in the text")
      // The last byte of a mark is where what it hides ends.
      hold(place >= last || masked.bytes.count != bytes.count, "places keep their order")
      last = place
    }
  }
  guard !bytes.contains(MaskedText.leadByte) else { return }
  let back = masked.restore(String(decoding: masked.bytes, as: UTF8.self))
  hold(Array(back.utf8) == Array(bytes[range]), "what was hidden comes back")
}
