import Documents
import NotebookPrograms
import NotebookSyntax
import Testing

@Suite("Comments that document")
struct DocumentedSourceTests {
  /// What each comment says, line by line.
  private func texts(_ source: String) -> [String] {
    let source = SourceText(path: "a.swift", text: source)
    return DocumentedSource(source).comments.map { comment in
      let text = comment.text
      let first = text.position(at: text.contentStart).line
      return (first...text.lineCount).map { text[text.textRange(ofLine: $0)] }
        .joined(separator: "\n")
    }
  }

  @Test(
    "are read without their marks",
    arguments: [
      ("/// one\n///\n///   two\nvar a = 1", "one\n\n  two"),
      ("///one\n///two\nvar a = 1", "one\ntwo"),
      ("  ///\tone\n  ///\t\ttwo\n  var a = 1", "one\n\ttwo"),
      ("/// one\r\n/// two\r\nvar a = 1", "one\ntwo"),
      ("/** one */ var a = 1", "one "),
      ("/**\n * one\n *\n *   two\n */\nvar a = 1", "\none\n\n  two\n"),
      ("/**\n  one\n\n    two\n*/\nvar a = 1", "\none\n\n  two\n"),
      ("/** one\n    * item\n    text */\nvar a = 1", "one\n* item\ntext "),
      ("/***/ var a = 1", ""),
    ]
  )
  func marks(_ source: String, _ text: String) {
    #expect(
      texts(source).map { $0.trimmingSuffix() } == [text.trimmingSuffix()]
    )
  }

  @Test("belong to declarations others can use, and to nothing in a string or a body")
  func places() {
    let source = #"""
      // no documentation
      /// header

      /// of f
      func f() {
        /// in a body
        let a = 1
      }
      let text = """
        /// in a string
        func g() {}
        """
      enum E {
        /// of a case
        case a
        #if DEBUG
          /// of a member under a condition
          var b: Int { 1 }
        #endif
      }
      """#
    #expect(
      texts(source) == [
        "header", "of f", "of a case", "of a member under a condition",
      ]
    )
  }

  @Test("know who can use what they document")
  func access() {
    let source = SourceText(
      path: "a.swift",
      text: """
        public struct A {
          /// 1
          public var a = 1
          /// 2
          var b = 1
          /// 3
          private var c = 1
        }
        public extension A {
          /// 4
          func d() {}
        }
        public protocol P {
          /// 5
          func e()
        }
        public enum E {
          /// 6
          case f
          /// 7
          public private(set) static var g = 1
        }
        struct B {
          /// 8
          public var h = 1
        }
        /// 9
        extension A {
          var i: Int { 1 }
          public var j: Int { 1 }
        }
        /// 10
        extension A: P {}
        """
    )
    let access = DocumentedSource(source).comments.map(\.access)
    #expect(access == [.all, .module, .file, .all, .all, .all, .all, .module, .all, .module])
  }

  @Test("are found in what is not Swift as well, with the place of that")
  func faults() {
    let source = SourceText(path: "a.swift", text: "/// one\nfunc f( {}\n/// two\nvar b = 1\n")
    let documented = DocumentedSource(source)
    #expect(documented.comments.count == 2)
    #expect(documented.fault.map { source.position(at: $0.lowerBound).line } == 2)
  }

  @Test(
    "hold examples by their bytes",
    arguments: [
      ("/// text\n/// ```swift\n", true), ("/// text\n///\n///     code\n", true),
      ("/**\n text\n\n     code\n*/", true), ("let a = 1 /** ```a``` */", true),
      ("/// - a:\n///     b\n", false), ("// ```\n", false), ("let a = \"/**\"\n\n    b\n", true),
      ("let glob = \"a/**\"\n///\n///     code\n", true), ("func f() {\n\n    g()\n}\n", false),
    ]
  )
  func bytes(_ source: String, _ holds: Bool) {
    #expect(ExampleSearch.mayHoldExamples(Array(source.utf8)) == holds)
  }
}

extension String {
  fileprivate func trimmingSuffix() -> String {
    String(reversed().drop { $0 == " " || $0 == "\n" }.reversed())
  }
}
