import Documents
import Foundation
import NotebookChecks
import TestSupport
import Testing

@testable import NotebookReports

@Suite("The report for programs")
struct JSONTests {
  @Test("can be read again, and is the same bytes each time")
  func roundTrip() throws {
    let reports = try GoldenCase.all().compactMap { golden in
      SampleReports.all[golden.description]?(try golden.source)
    }
    let text = Recording(.json, reports).output
    let report = try JSONDecoder().decode(JSONReport.self, from: Data(text.utf8))
    #expect(report.version == 1)
    #expect(report.documents.count == reports.count)
    let again = try JSONReport.encoder.encode(report)
    #expect(String(decoding: again, as: UTF8.self) + "\n" == text)
    #expect(Recording(.json, reports).output == text)
  }

  @Test("counts columns in bytes, within differences too")
  func columns() {
    let line = DifferenceLine(kind: .shown, text: "日e\u{301}1", emphasis: [1..<2, 2..<9])
    let columns = JSONReport.Line(line).emphasis?.map { [$0.column, $0.endColumn] }
    #expect(columns == [[4, 7], [7, 8]])
  }

  @Test("tells which promise a finding is about, and whether it can be accepted")
  func findings() {
    let source = SourceText(path: "a.md", text: "1 2")
    var broken = source.broken(.value, "2", shown: "3", "no")
    let promises = [source.promise(.value, "1"), broken.promise]
    broken.edit = nil
    let document = JSONReport.Document(source.report([broken], promises: promises))
    #expect(document.promises.map(\.status) == [.kept, .broken])
    #expect(document.findings.map(\.promise) == [1])
    #expect(document.findings.map(\.canBeAccepted) == [false])
  }
}
