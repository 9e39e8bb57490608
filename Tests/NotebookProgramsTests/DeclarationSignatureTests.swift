import Documents
import NotebookPrograms
import Testing

@Suite("Declarations of a library")
struct DeclarationSignatureTests {
  private func declarations(_ source: String) -> [DocumentedDeclaration] {
    DocumentedSource(SourceText(path: "a.swift", text: source), listsDeclarations: true)
      .declarations
  }

  @Test(
    "are shown without bodies, access and what the compiler fills in",
    arguments: [
      ("@inlinable public func f() { g() }", "f()", "func f()"),
      (
        "@MainActor public static func f<T: P>(_ a: T, b c: Int = 1) async throws -> [T] where T: Q {}",
        "f(_:b:)",
        "@MainActor static func f<T: P>(_ a: T, b c: Int = 1) async throws -> [T] where T: Q"
      ),
      (
        "public func f(\n  _ a: Int,\n  file: StaticString = #fileID,\n  line: UInt = #line\n) -> Int { a }",
        "f(_:)", "func f(_ a: Int) -> Int"
      ),
      (
        "public func longer(than every: Line, and every: Other, so that: Is, broken into: Several) {}",
        "longer(than:and:so:broken:)",
        "func longer(\n  than every: Line,\n  and every: Other,\n  so that: Is,\n  broken into: Several\n)"
      ),
      ("public init?(_ a: Int) { nil }", "init(_:)", "init?(_ a: Int)"),
      (
        "public subscript(i: Int) -> Int { 1 }", "subscript(_:)", "subscript(i: Int) -> Int { get }"
      ),
      (
        "public static func + (a: A, b: A) -> A { a }", "+(a:b:)", "static func + (a: A, b: A) -> A"
      ),
      ("public var a: Int { 1 }", "a", "var a: Int { get }"),
      ("public var a: Int { get { 1 } set {} }", "a", "var a: Int { get set }"),
      ("public var a = 1 { didSet {} }", "a", "var a = 1"),
      ("public private(set) var a: Int", "a", "var a: Int { get }"),
      ("public typealias A = [Int]", "A", "typealias A = [Int]"),
      (
        "public struct A<T>: P, Q where T: R { var a = 1 }", "A",
        "struct A<T>: P, Q where T: R"
      ),
      ("public protocol P<A>: Q {}", "P", "protocol P<A>: Q"),
    ]
  )
  func signatures(_ source: String, _ name: String, _ signature: String) {
    let found = declarations(source)
    #expect(found.map(\.signature) == [signature])
    #expect(found.map(\.path) == [[name]])
  }

  @Test("are those that others may use, with the types that hold them, and with their comments")
  func paths() {
    let found = declarations(
      """
      /// A type.
      public struct A {
        /// Nobody's.
        var hidden = 1
        /// Old.
        @available(*, deprecated) public func old() {}
        public enum B {
          /// Two.
          case one, two(Int)
        }
      }
      extension A.B {
        /// Added.
        public var c: Int { 1 }
      }
      struct Hidden { public var d = 1 }
      public protocol P { func e() }
      /// Two at once.
      public let f = 1, g = 2
      """
    )
    #expect(
      found.map { $0.path.joined(separator: ".") } == [
        "A", "A.B", "A.B.one", "A.B.two(_:)", "A.B.c", "P", "P.e()", "f", "g",
      ]
    )
    #expect(
      found.map { $0.comment != nil } == [true, false, true, true, true, false, false, true, true]
    )
    #expect(found.map(\.baseName) == ["A", "B", "one", "two", "c", "P", "e", "f", "g"])
  }
}
