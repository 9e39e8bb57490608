import Documents
import Foundation
import NotebookDisplay
import NotebookSyntax
import NotebookTranscript
import Testing

@Suite("Transcripts that are written down")
struct TranscriptTests {
  @Test("a transcript of an older Lectern can be read")
  func olderTranscript() throws {
    let json = Data(#"{"version":2,"records":{},"diagnostics":[]}"#.utf8)
    let transcript = try JSONDecoder().decode(Transcript.self, from: json)
    #expect(transcript.openedFiles == [])
    #expect(transcript.promises == [:])
  }

  @Test("what is read is what was written")
  func roundTrip() throws {
    let promise = CommentPromise(
      kind: .prints,
      lines: [CommentPromise.Line(comment: 12, text: 23..<26, opensQuote: true)],
      text: "one",
      count: 2
    )
    let record = Transcript.Record(
      status: .ran,
      output: [.text("one\n", .standardOutput), .value(DisplayBundle(plain: "1"))],
      marks: [Transcript.Mark(promise: 12, printed: ["one\n"], value: "1")],
      seconds: 0.5
    )
    let transcript = Transcript(
      records: [3: record],
      diagnostics: [Diagnostic(.warning, .init(rawValue: "a"), "b", path: "n.md")],
      openedFiles: [Transcript.OpenedFile(path: "a.txt", content: nil)],
      promises: [3: [promise]]
    )
    let data = try JSONEncoder().encode(transcript)
    #expect(try JSONDecoder().decode(Transcript.self, from: data) == transcript)
  }
}
