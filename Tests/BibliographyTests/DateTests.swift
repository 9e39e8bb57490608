import Bibliography
import Testing

@Suite("Dates")
struct DateTests {
  @Test(
    "a date is told to the day only where nothing else finds the work",
    arguments: [
      ("year = 1990", "1990"), ("year = {1990}, month = mar", "1990, March"),
      ("date = {1990}", "1990"),
      ("date = {1990-03}", "1990, March"), ("date = {1990-03-09}", "1990, March 9"),
      ("date = {1990-03-09T10:00:00Z}", "1990, March 9"), ("date = {1990~}", "1990"),
      ("date = {1990?}", "1990"),
      ("date = {1990/1992}", "1990–1992"), ("date = {1990-01/1990-03}", "1990"),
      ("date = {1990/}", "1990–"),
      ("date = {2016-05-01}, year = 1990", "2016, May 1"), ("year = {2016-05-01}", "2016"),
      ("year = {in press}", "in press"), ("pubstate = {inpress}", "in press"),
      ("year = {c. 1880}", "c. 1880"),
      ("title = {x}", "n.d."), ("year = {}", "n.d."), ("year = {1990}, month = 13", "1990, 13"),
      ("year = 1990, month = {Sept.}", "1990, September"),
      ("year = 1990, month = \"1~\" # jan", "1990, 1\u{A0}January"),
      ("date = {-0044}", "-44"),
    ]
  )
  func dates(_ fields: String, _ expected: String) {
    let bibliography = Bibliography("@misc{k, author = {A}, \(fields)}")
    let head = bibliography.references.first?.prefix { $0 != ")" }
    #expect(head == "A. (\(expected)")
    #expect(bibliography.findings.isEmpty)
  }

  @Test("articles show the year alone")
  func articles() {
    #expect(Bibliography("@article{k, author={A}, date={2000-01-02}}").references == ["A. (2000)."])
  }
}
