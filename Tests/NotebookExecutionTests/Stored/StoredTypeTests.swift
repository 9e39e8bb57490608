import Testing

@Suite("Types that a stored value's inputs may have")
struct StoredTypeTests {
  /// Code in which the type of an input is known only in general, and a change in the type that it has.
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var code: String
    var old: String
    var new: String
    var isComputed: Bool

    init(
      _ description: String,
      _ code: String,
      _ old: String = "side * side",
      _ new: String = "side * side + 1",
      again isComputed: Bool = true
    ) {
      testDescription = description
      (self.code, self.old, self.new, self.isComputed) = (code, old, new, isComputed)
    }
  }

  private static let shape = """
    protocol Shape: Codable { func area() -> Int }
    struct Square: Shape { var side: Int; func area() -> Int { side * side } }
    struct Other: Codable { var side = 1; var half: Int { side / 2 } }

    """

  private static let cases = [
    Case(
      "an opaque parameter",
      shape
        + "func f(_ s: some Shape) -> Int { stored(\"f\", s) { tell(\"f\"); return s.area() } }\nf(Square(side: 3))"
    ),
    Case(
      "a generic parameter",
      shape
        + "func f<T: Shape>(_ s: T) -> Int { stored(\"f\", s) { tell(\"f\"); return s.area() } }\nf(Square(side: 3))"
    ),
    Case(
      "an array of a generic parameter",
      shape
        + "func f<T: Shape>(_ s: [T]) -> Int { stored(\"f\", s) { tell(\"f\"); return s[0].area() } }\nf([Square(side: 3)])"
    ),
    Case(
      "a clause after the parameters",
      shape
        + "func f<T>(_ s: T) -> Int where T: Shape { stored(\"f\", s) { tell(\"f\"); return s.area() } }\nf(Square(side: 3))"
    ),
    Case(
      "another name of the protocol",
      """
      protocol Shape: Codable { func area() -> Int }
      typealias Figure = Shape
      struct Square: Figure { var side: Int; func area() -> Int { side * side } }
      func f(_ s: some Shape) -> Int { stored("f", s) { tell("f"); return s.area() } }
      f(Square(side: 3))
      """
    ),
    Case(
      "a protocol below the protocol, and a function that this type uses",
      """
      protocol Shape: Codable { func area() -> Int }
      protocol Rectangle: Shape {}
      func square(_ side: Int) -> Int { side * side }
      enum Shapes { struct Square: Rectangle { var side: Int; func area() -> Int { square(side) } } }
      func f(_ s: some Shape) -> Int { stored("f", s) { tell("f"); return s.area() } }
      f(Shapes.Square(side: 3))
      """
    ),
    Case(
      "an extension that conforms",
      """
      protocol Shape: Codable { func area() -> Int }
      struct Square: Codable { var side: Int; func size() -> Int { side * side } }
      extension Square: Shape { func area() -> Int { size() } }
      func f(_ s: some Shape) -> Int { stored("f", s) { tell("f"); return s.area() } }
      f(Square(side: 3))
      """
    ),
    Case(
      "a class below the class",
      """
      class Base: Codable { var side = 3; func area() -> Int { side } }
      class Middle: Base {}
      class Sub: Middle { override func area() -> Int { side * side } }
      func f(_ s: Base) -> Int { stored("f", s) { tell("f"); return s.area() } }
      f(Sub())
      """
    ),
    Case(
      "a protocol of a module",
      """
      struct Square: Codable, CustomStringConvertible { var side: Int; var description: String { "\\(side * side)" } }
      func f<T: Codable>(_ s: T) -> String { stored("f", s) { tell("f"); return "\\(s)" } }
      func call() { print(f(Square(side: 3))) }
      call()
      """
    ),
    Case(
      "a protocol of a module, above another",
      """
      struct Square: Collection, Codable {
        var side: Int
        var startIndex: Int { 0 }
        var endIndex: Int { side * side }
        subscript(i: Int) -> Int { i }
        func index(after i: Int) -> Int { i + 1 }
      }
      func f(_ s: some Sequence<Int> & Codable) -> Int { stored("f", s) { tell("f"); return s.map { $0 }.count } }
      f(Square(side: 3))
      """
    ),
    Case(
      "a field of any type",
      shape + """
        struct Box: Encodable {
          var shape: any Shape
          func encode(to encoder: any Encoder) throws { try shape.encode(to: encoder) }
        }
        func f(_ b: Box) -> Int { stored("f", b) { tell("f"); return b.shape.area() } }
        f(Box(shape: Square(side: 3)))
        """
    ),
    Case(
      "a type that does not conform",
      shape
        + "func f(_ s: some Shape) -> Int { stored(\"f\", s) { tell(\"f\"); return s.area() } }\nf(Square(side: 3))",
      "side / 2",
      "side / 3",
      again: false
    ),
    Case(
      "another type that conforms, where the type is named",
      shape + """
        struct Half: Shape { var side: Int; func area() -> Int { side / 4 } }
        func f(_ s: Square) -> Int { stored("f", s) { tell("f"); return s.area() } }
        f(Square(side: 3))
        """,
      "side / 4",
      "side / 5",
      again: false
    ),
  ]

  @Test("a change", arguments: cases)
  func change(_ change: Case) async throws {
    let trial = try StoreTrial()
    let first = await trial.run(change.code)
    #expect(first.transcript.messages == [])
    #expect(first.told == ["f"])
    let again = await trial.run(change.code)
    #expect(again.told == [])
    #expect(again.transcript.shown == first.transcript.shown)
    let code = change.code.replacing(change.old, with: change.new)
    let second = await trial.run(code)
    #expect(second.told == (change.isComputed ? ["f"] : []))
    #expect((second.transcript.shown != first.transcript.shown) == change.isComputed)
  }
}
