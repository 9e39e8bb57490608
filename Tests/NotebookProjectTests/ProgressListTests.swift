import NotebookProject
import Testing

@Suite("Progress of documents")
struct ProgressListTests {
  @Test("lists those in the works in the order in which they were begun, no more than at a time")
  func shown() {
    var list = ProgressList()
    list.expect("rendering", 3, lines: 2)
    let numbers = ["a.md", "b.md", "c.md"].map { list.begin($0) }
    list.tell(.running(cell: 1, count: 2), of: numbers[1])
    #expect(
      list.shown == [
        document("a.md", 1, .reading), document("b.md", 2, .running(cell: 1, count: 2)),
      ]
    )
    list.end(numbers[0])
    list.tell(.writing, of: numbers[0])
    list.tell(.writing, of: numbers[2])
    #expect(
      list.shown == [
        document("b.md", 2, .running(cell: 1, count: 2)), document("c.md", 3, .writing),
      ]
    )
    list.endAll()
    #expect(list.shown == [])
  }

  private func document(_ path: String, _ number: Int, _ phase: ProgressPhase) -> DocumentProgress {
    DocumentProgress(verb: "rendering", path: path, number: number, count: 3, phase: phase)
  }
}
