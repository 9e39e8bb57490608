import Testing

@Suite("What a stored value depends on")
struct StoredCodeTests {
  private static let before = """
    let n = 3
    let shift = 1
    let rate = 0.5
    struct Model: Codable { var weights: [Double] = [1] }
    func scale(_ x: Double) -> Double { x * Double(n) }
    func train(_ x: Double) -> Model {
      tell("train")
      return Model(weights: [scale(x)])
    }
    """
  private static let call = "let model = stored(\"training\", rate) { train(rate) }\nmodel.weights"

  /// A change of the code, and whether the value is then computed anew.
  struct Change: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var old: String
    var new: String
    var isComputed: Bool

    init(_ description: String, _ old: String, _ new: String, again: Bool) {
      testDescription = description
      (self.old, self.new, isComputed) = (old, new, again)
    }
  }

  private static let changes = [
    Change("nothing", "rate", "rate", again: false),
    Change("the closure", "{ train(rate) }", "{ train(rate * 2) }", again: true),
    Change("a function that it uses", "[scale(x)]", "[scale(x), 1]", again: true),
    Change("a function that this uses", "x * Double(n)", "x + Double(n)", again: true),
    Change("a constant that this uses", "let n = 3", "let n = 4", again: true),
    Change("a type", "= [1]", "= [2]", again: true),
    Change("the value of an input", "let rate = 0.5", "let rate = 0.25", again: true),
    Change("how an input has its value", "let rate = 0.5", "let rate = 1.0 / 2", again: false),
    Change("a constant that nothing uses", "shift = 1", "shift = 2", again: false),
    Change(
      "comments and white space",
      "{ x * Double(n) }\n",
      "{  x * /* */ Double(n)   }  // T\n\n\n  // A function.\n  ",
      again: false
    ),
    Change("white space that means something", "x * Double(n)", "x\n* Double(n)", again: true),
    Change("the name", "\"training\"", "\"other\"", again: true),
    Change("what is done with the value", "model.weights", "model.weights.count", again: false),
    Change("a function more", "let shift", "func more() -> Int { n }\nlet shift", again: false),
    Change(
      "an extension more",
      "let shift",
      "extension Int { var half: Int { self / 2 } }\nlet shift",
      again: true
    ),
    Change("an import more", "let shift", "import Plotting\nlet shift", again: true),
    Change(
      "an operator more",
      "let shift",
      "func + (a: Bool, b: Bool) -> Bool { a }\nlet shift",
      again: true
    ),
    Change(
      "an overload more",
      "let shift",
      "func scale(_ x: Int) -> Int { x }\nlet shift",
      again: true
    ),
    Change(
      "the order of declarations",
      "let n = 3\nlet shift = 1",
      "let shift = 1\nlet n = 3",
      again: false
    ),
  ]

  @Test("a change", arguments: changes)
  func change(_ change: Change) async throws {
    let trial = try StoreTrial()
    let first = await trial.run(Self.before, Self.call)
    #expect(first.transcript.messages == [])
    #expect(first.told == ["train"])
    let all = (Self.before + "\u{0}" + Self.call).replacing(change.old, with: change.new)
    let cells = all.split(separator: "\u{0}").map(String.init)
    let second = await trial.run(cells[0], cells[1])
    #expect(second.transcript.messages == [])
    #expect(second.told == (change.isComputed ? ["train"] : []))
    if !change.isComputed, change.old != "model.weights" {
      #expect(second.transcript.shown == first.transcript.shown)
    }
  }

  @Test("lines that move, cells before it, prose and another notebook do not count")
  func places() async throws {
    let trial = try StoreTrial()
    await trial.run(Self.before, Self.call)
    #expect(await trial.run(Self.before, "print(1)\nprint(2)", Self.call).told == [])
    #expect(await trial.run(Self.before, Self.call, path: "other.md").told == [])
    let quoted = Self.call.replacing("\n", with: "\n> ")
    let text =
      StoreTrial.telling
      + "# Words\n\n```swift\n\(Self.before)\n```\n\n> ```swift\n> \(quoted)\n> ```\n"
    #expect(await trial.run(text: text).told == [])
  }

  @Test(
    "code that asks for its place counts with it",
    arguments: [
      "let n = stored(\"n\") { tell(\"n\"); return #line }\nn",
      "let n = stored(\"n\") {\n  tell(\"n\")\n  return #line\n}\nn",
      "func here(line: Int = #line) -> Int { line }\nlet n = stored(\"n\") { tell(\"n\"); return here() }\nn",
      "func here(line: Int = #line) -> Int { line }\nfunc there() -> Int { here() }\nlet n = stored(\"n\") { tell(\"n\"); return there() }\nn",
    ]
  )
  func askedPlaces(_ cell: String) async throws {
    let trial = try StoreTrial()
    let first = await trial.run(cell)
    #expect(first.told == ["n"])
    #expect(await trial.run(cell).told == [])
    for moved in ["// A line more.\n" + cell, cell.replacing("tell", with: "\n// A line.\ntell")] {
      let second = await trial.run(moved)
      #expect(second.told == ["n"])
      #expect(second.transcript.shown == (await trial.run(moved, reads: false)).transcript.shown)
    }
    // Two calls with the same code have two places.
    let both = await trial.run(cell + "\nlet first = n\ndo {\n\(cell)\nprint(n - first)\n}")
    #expect(both.transcript.shown.last?.hasSuffix("0\n") == false)
  }

  /// What stands before a value that uses `v`, and a change of it.
  private static let states = [
    Change("an assignment", "var v = 1\nv = 2", "var v = 1\nv = 3", again: true),
    Change(
      "a function that assigns",
      "var v = 1\nfunc f() { v = 2 }\nf()",
      "var v = 1\nfunc f() { v = 2 }\nf()\nf()",
      again: true
    ),
    Change(
      "the order of assignments",
      "var v = 1\nv += 2\nv *= 3",
      "var v = 1\nv *= 3\nv += 2",
      again: true
    ),
    Change(
      "a closure that assigns",
      "var v = 1\nlet c = { v += 1 }\nc()",
      "var v = 1\nlet c = { v += 2 }\nc()",
      again: true
    ),
    Change(
      "a class",
      "class C { var n = 1 }\nlet c = C()\nc.n = 5\nvar v: Int { c.n }",
      "class C { var n = 1 }\nlet c = C()\nc.n = 6\nvar v: Int { c.n }",
      again: true
    ),
    Change(
      "another name of an object",
      "class C { var n = 1 }\nlet c = C()\nlet d = c\nd.n = 5\nvar v: Int { c.n }",
      "class C { var n = 1 }\nlet c = C()\nlet d = c\nd.n = 6\nvar v: Int { c.n }",
      again: true
    ),
    Change(
      "a type's variable",
      "enum E { static var n = 1 }\nE.n = 2\nvar v: Int { E.n }",
      "enum E { static var n = 1 }\nE.n = 3\nvar v: Int { E.n }",
      again: true
    ),
    Change(
      "an extension's variable",
      "extension Int { static var n = 1 }\nInt.n = 2\nvar v: Int { Int.n }",
      "extension Int { static var n = 1 }\nInt.n = 3\nvar v: Int { Int.n }",
      again: true
    ),
    Change(
      "a statement about something else",
      "let v = abs(-1)\nprint(1)",
      "let v = abs(-1)\nprint(2)",
      again: false
    ),
    Change("a later assignment", "var v = 1\nv = 2", "var v = 1\nv = 2", again: false),
  ]

  @Test("the state that variables are in", arguments: states)
  func state(_ change: Change) async throws {
    let trial = try StoreTrial()
    let call = "let w = stored(\"w\") { tell(\"\\(v)\"); return v }\nw"
    let first = await trial.run(change.old, call)
    #expect(first.transcript.messages == [])
    #expect(first.told.count == 1)
    let second = await trial.run(change.new, call, "print(v)")
    #expect(second.transcript.messages == [])
    #expect(second.told.count == (change.isComputed ? 1 : 0))
  }

  @Test("where the running statement changes what a value uses, each time has its own value")
  func repetitions() async throws {
    let trial = try StoreTrial()
    let cell = """
      var v = 0
      var all: [Int] = []
      func next() -> Int {
        v += 1
        return stored("next") { tell("next"); return v * v }
      }
      for _ in 0..<3 { all.append(next()) }
      all
      """
    let first = await trial.run(cell)
    #expect(first.told.count == 3)
    #expect(first.transcript.shown == ["[1, 4, 9]\n"])
    let second = await trial.run(cell)
    #expect(second.told == [])
    #expect(second.transcript.shown == ["[1, 4, 9]\n"])
    let longer = await trial.run(cell.replacing("0..<3", with: "0..<4"))
    #expect(longer.transcript.shown == ["[1, 4, 9, 16]\n"])
  }

  @Test("two calls with different inputs keep two values, a third input a third")
  func loop() async throws {
    let trial = try StoreTrial()
    let cell = """
      func square(_ i: Int) -> Int { stored("square", i) { tell("\\(i)"); return i * i } }
      for i in 1...3 { print(square(i)) }
      """
    #expect(await trial.run(cell).told == ["1", "2", "3"])
    let longer = await trial.run(cell.replacing("1...3", with: "0...4"))
    #expect(longer.told == ["0", "4"])
    #expect(longer.transcript.shown == ["0\n1\n4\n9\n16\n"])
  }

  @Test("a value is made anew each time, with a warning, where no key can hold what it uses")
  func obstacles() async throws {
    let trial = try StoreTrial()
    let cell = """
      for i in 1...2 { _ = stored("a") { tell("a\\(i)"); return i } }
      var total = 0
      let b = stored("b") { tell("b"); total += 1; return total }
      struct S {
        var k = 1
        func f() -> Int { stored("c") { tell("c"); return k } }
      }
      _ = S().f()
      func g<T: Codable>(_ make: () -> T) -> T { stored("d") { make() } }
      _ = g { tell("d"); return 1 }
      """
    for _ in 1...2 {
      let run = await trial.run(cell)
      #expect(run.told == ["a1", "a2", "b", "c", "d"])
      #expect(
        run.transcript.messages == [
          "this value is not stored, because 'i' is not among its inputs",
          "this value is not stored, because computing it changes 'total'",
          "this value is not stored, because any name in a type may mean a member",
          "this value is not stored, because 'make' is not among its inputs",
        ]
      )
    }
  }

  @Test("a value whose making changes the process or a file is made anew, with a warning")
  func processChanges() async throws {
    let trial = try StoreTrial()
    let cell = """
      import Foundation
      _ = stored("a") { srand48(1); return Int(drand48() * 1e6) }
      func seed() { srand48(2) }
      func draw() -> Int { seed(); return Int(drand48() * 1e6) }
      _ = stored("b") { draw() }
      _ = try stored("c") { try "x".write(toFile: "x.txt", atomically: false, encoding: .utf8); return 1 }
      struct Disk { func make() { try? FileManager.default.removeItem(atPath: "y.txt") } }
      _ = stored("d") { Disk().make(); return 1 }
      _ = stored("e") { var text = ""; text.write("in memory"); "more".write(to: &text); return text }
      _ = stored("f") { Glibc.setenv("A", "1", 1) }
      """
    let run = await trial.run(cell)
    #expect(
      run.transcript.messages == [
        "this value is not stored, because computing it changes what belongs to the process or "
          + "lies in files",
        "this value is not stored, because computing it calls 'srand48', which changes what belongs to "
          + "the process or lies in files",
        "this value is not stored, because computing it changes what belongs to the process or "
          + "lies in files",
        "this value is not stored, because computing it calls 'removeItem', which changes what belongs "
          + "to the process or lies in files",
        "this value is not stored, because computing it changes what belongs to the process or "
          + "lies in files",
      ]
    )
  }

  @Test("what a warning advises is true of what stands in the way")
  func advice() async throws {
    let trial = try StoreTrial()
    let cell = """
      func g<T: Codable & Numeric>(_: T.Type) -> T { stored("a") { tell("a"); return 2 as T } }
      _ = g(Int.self)
      func h(_ make: @escaping () -> Int) -> Int { stored("b") { tell("b"); return make() } }
      _ = h { 1 }
      func i() -> Int {
        func inner() -> Int { 1 }
        return stored("c") { tell("c"); return inner() }
      }
      _ = i()
      func j(_ x: Int) -> Int { stored("d") { tell("d"); return x } }
      _ = j(1)
      enum E: Error { case bad }
      do { throw E.bad } catch { _ = stored("e") { tell("e"); return "\\(error)" } }
      func k<T: Codable & Sequence>(_ x: T.Element, _: T) -> Int where T.Element: Codable {
        stored("f", x) { tell("f"); return "\\(T.self)".count }
      }
      _ = k(1, [1])
      """
    for _ in 1...2 {
      let run = await trial.run(cell)
      #expect(run.told == ["a", "b", "c", "d", "e", "f"])
      #expect(
        run.transcript.diagnostics.map(\.help) == [
          "put a variable whose type is written with 'T' after the value's name",
          "a function cannot be an input: call one of the notebook's own by its name instead",
          "declare 'inner' outside of that, at the top level of a cell",
          "put 'x' after the value's name: stored(\"…\", x)",
          "put what matters of it into a variable, and this after the value's name",
          "put a variable whose type is written with 'T' after the value's name",
        ]
      )
    }
  }

  @Test("a type that an input tells is no obstacle, and counts")
  func toldTypes() async throws {
    let trial = try StoreTrial()
    let cell = """
      class Base: Codable {}
      class Sub: Base {}
      func f<T: Codable>(_ x: T) -> [T] { stored("f", x) { tell("f"); let y: T = x; return [y] } }
      func g<T: Codable>(_ xs: [T]) -> String { stored("g", xs) { tell("g"); return "\\(T.self)" } }
      func h<T: Base>(_ x: T) -> String { stored("h", x) { tell("h"); return "\\(T.self)" } }
      print(f(1), f(Int8(1)), g([1]), g([Double]()), g([Int]()), h(Sub()), h(Sub() as Base))
      """
    let first = await trial.run(cell)
    #expect(first.transcript.messages == [])
    #expect(first.told == ["f", "f", "g", "g", "g", "h", "h"])
    #expect(first.transcript.shown == ["[1] [1] Int Double Int Sub Base\n"])
    let second = await trial.run(cell)
    #expect(second.told == [])
    #expect(second.transcript.shown == first.transcript.shown)
  }

  @Test("a function of the notebook's own named 'stored' is just a function")
  func ownFunction() async throws {
    let trial = try StoreTrial()
    let cell =
      "func stored(_ x: Int, _ f: () -> Int) -> Int { x + f() }\nfor i in 1...2 { print(stored(1) { i }) }"
    let run = await trial.run(cell)
    #expect(run.transcript.messages == [])
    #expect(run.transcript.shown == ["2\n3\n"])
  }
}
