import NotebookDisplay
import Testing

@Suite("Showing values by their fields")
struct ShowingFieldsTests {
  @Test("a struct shows its fields")
  func structs() {
    struct Pair<Value> { var item: Value }
    #expect(DisplayBundle(showing: Vertex(x: 1, y: 2)).forms == [.plain: "Vertex(x: 1.0, y: 2.0)"])
    #expect(DisplayBundle(showing: Pair(item: "a")).plain == #"Pair<String>(item: "a")"#)
    #expect(
      DisplayBundle(showing: ["p": Vertex(x: 1, y: 2)]).plain == #"["p": Vertex(x: 1.0, y: 2.0)]"#
    )
  }

  @Test("an enum case shows its payload")
  func enums() {
    #expect(DisplayBundle(showing: Shape.circle(radius: 2)).plain == ".circle(radius: 2.0)")
    #expect(DisplayBundle(showing: Shape.box(1, 2)).plain == ".box(1.0, 2.0)")
    #expect(DisplayBundle(showing: Shape.named("a")).plain == #".named("a")"#)
    #expect(DisplayBundle(showing: Shape.empty).plain == ".empty")
  }

  @Test("a class shows its fields and those that it inherits")
  func classes() {
    #expect(DisplayBundle(showing: Leaf(1)).plain == #"Leaf(value: 1, next: nil, name: "leaf")"#)
  }

  @Test("an object within itself is shown once")
  func cycles() {
    let first = Node(1)
    let second = Node(2)
    (first.next, second.next) = (second, first)
    let expected = "Node(value: 1, next: Node(value: 2, next: Node(...)))"
    #expect(DisplayBundle(showing: first).plain == expected)
    #expect(
      DisplayBundle(showing: [Node(3), Node(3)]).plain.contains("Node(value: 3, next: nil), Node(")
    )
  }

  @Test("deep values end in dots")
  func depth() {
    let chain = (0..<100).reduce(Node(0)) { node, value in
      let outer = Node(value)
      outer.next = node
      return outer
    }
    #expect(DisplayBundle(showing: chain).plain.contains("next: ...)"))
  }

  @Test("a graph with very many paths is cut short")
  func breadth() {
    var layer = [Branch(to: [])]
    for _ in 0..<12 { layer = (0..<4).map { _ in Branch(to: layer) } }
    #expect(DisplayBundle(showing: layer).plain.count < 1_000_000)
  }

  @Test("a description of its own comes first")
  func descriptions() {
    struct Meter: CustomStringConvertible { var description: String { "5 m" } }
    struct Foot: CustomDebugStringConvertible { var debugDescription: String { "16 ft" } }
    #expect(DisplayBundle(showing: Meter()).plain == "5 m")
    #expect(DisplayBundle(showing: [Foot()]).plain == "[16 ft]")
  }

  @Test("an error shows its case or its fields")
  func errors() {
    struct ParseError: Error { var line: Int }
    enum FileError: Error { case missing(path: String) }
    #expect(DisplayBundle(showing: ParseError(line: 3) as any Error).plain == "ParseError(line: 3)")
    #expect(DisplayBundle(showing: FileError.missing(path: "a")).plain == #".missing(path: "a")"#)
  }
}

private struct Vertex { var x: Double, y: Double }

private enum Shape {
  case circle(radius: Double), box(Double, Double), named(String), empty
}

private class Node {
  var value: Int
  var next: Node?
  init(_ value: Int) { self.value = value }
}

private final class Leaf: Node { var name = "leaf" }

private final class Branch {
  let to: [Branch]
  init(to: [Branch]) { self.to = to }
}
