import Documents
import FormulaChecks
import Foundation
import NotebookSyntax
import NotebookTranscript

/// A hidden cell behind all others, which asks the code that letters mean for its values.
///
/// For each letter it has a function with the letter's code in it, and calls that for all samples. A value is printed
/// as JSON, a line for each.
struct SwiftQuestionCell {
  /// The document with the cell at its end.
  let source: SourceText
  private let question: SwiftQuestion
  /// The calls in the order in which they are made.
  private let calls: [SwiftCall]
  /// The symbols whose code stands in a line, by the line's number in the document.
  private var symbols: [Int: SwiftSymbol] = [:]

  /// - Parameters:
  ///   - question: what is asked.
  ///   - notebook: whose code is asked.
  init(_ question: SwiftQuestion, of notebook: Notebook) {
    let asked = question.symbols.map { symbol in
      (symbol, question.calls.filter { $0.line == symbol.line })
    }
    .filter { !$0.1.isEmpty }
    self.question = question
    calls = asked.flatMap(\.1)
    let hasVectors = notebook.pieces.contains { piece in
      if case .cell(let cell) = piece {
        cell.code.text.contains("import LayerCalculus")
      } else {
        false
      }
    }
    var text = Self.text(of: notebook.source) + "\n<!-- swift\n" + Self.opening
    for (symbol, calls) in asked {
      let before = text.count { $0 == "\n" } + 1
      let part = Self.function(symbol, calls, hasVectors)
      // The code stands in the second line.
      symbols[before + 1] = symbol
      text += part
    }
    source = SourceText(path: notebook.source.path, text: text + "-->\n")
  }

  /// The document's own lines, without what stands around one that lies within another.
  private static func text(of source: SourceText) -> String {
    let content = source.contentStart..<source.contentEnd
    let first = source.position(at: source.contentStart).line
    guard first <= source.lineCount else { return "\n" }
    return (first...source.lineCount).map { line in
      source[source.textRange(ofLine: line).clamped(to: content)] + "\n"
    }
    .joined()
  }

  private static let opening = """
    import Foundation
    let __formulaWriter = JSONEncoder()
    __formulaWriter.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")

    """

  private static func function(
    _ symbol: SwiftSymbol,
    _ calls: [SwiftCall],
    _ hasVectors: Bool
  ) -> String {
    let parameters = symbol.parameters.map { parameter in
      switch parameter.kind {
      case .number: "_ \(parameter.name): Double"
      case .whole, .index: "_ \(parameter.name): Int"
      case .vector: "_ \(parameter.name): \(hasVectors ? "Vector" : "[Double]")"
      case .matrix: "_ \(parameter.name): \(hasVectors ? "Matrix" : "[[Double]]")"
      }
    }
    let lists = symbol.parameters.enumerated().map { index, parameter in
      let values = calls.map { literal($0.arguments[index]) }.joined(separator: ", ")
      return "  let __list\(index): [\(listType(parameter.kind))] = [\(values)]\n"
    }
    let arguments = symbol.parameters.enumerated().map { index, parameter in
      let value = "__list\(index)[__number]"
      return switch parameter.kind {
      case .vector where hasVectors: "Vector(\(value))"
      case .matrix where hasVectors: "Matrix(\(value))"
      default: value
      }
    }
    return "do { func __formula(\(parameters.joined(separator: ", "))) throws -> some Encodable {\n"
      + "\(symbol.code)\n}\n" + lists.joined()
      + "  for __number in 0..<\(calls.count) {\n    _ = __number\n"
      + "    let __value = try __formula(\(arguments.joined(separator: ", ")))\n"
      + "    print(String(decoding: try __formulaWriter.encode(__value), as: UTF8.self))\n  }\n}\n"
  }

  private static func listType(_ kind: SwiftSymbol.Parameter.Kind) -> String {
    switch kind {
    case .number: "Double"
    case .whole, .index: "Int"
    case .vector: "[Double]"
    case .matrix: "[[Double]]"
    }
  }

  private static func literal(_ argument: SwiftCall.Argument) -> String {
    switch argument {
    case .number(let number): "\(number)"
    case .whole(let number): "\(number)"
    case .vector(let numbers): "\(numbers)"
    case .matrix(let rows): "\(rows)"
    }
  }

  /// What is wrong with a symbol's code.
  struct Fault: Error {
    /// `nil` where it is not known which.
    var symbol: SwiftSymbol?
    var message: String
  }

  /// What came, one for each call.
  func answers(in transcript: Transcript, of notebook: Notebook) throws(Fault)
    -> [FormulaDocument.Answered]
  {
    if let error = transcript.diagnostics.first(where: { $0.severity == .error }) {
      throw Fault(symbol: error.start.flatMap { symbols[$0.line] }, message: error.message)
    }
    guard let cell = notebook.pieces.last, let record = transcript.records[cell.id] else {
      throw Fault(message: "nothing came of it")
    }
    let lines = record.output.map { output in
      if case .text(let text, .standardOutput) = output { text } else { "" }
    }
    .joined().split(separator: "\n")
    guard lines.count == calls.count else { throw Fault(message: "it did not run to its end") }
    var answers: [FormulaDocument.Answered] = []
    for (line, call) in zip(lines, calls) {
      guard let answer = SwiftAnswer(json: String(line)) else {
        throw Fault(
          symbol: question.symbols.first { $0.line == call.line },
          message: "it gives '\(line.prefix(40))', which is no number, vector or matrix"
        )
      }
      answers.append(FormulaDocument.Answered(call: call, answer: answer))
    }
    return answers
  }
}

extension SwiftAnswer {
  /// What code gave, as JSON: a number, a list of them, or a list of rows.
  fileprivate init?(json: String) {
    let reader = JSONDecoder()
    reader.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf",
      negativeInfinity: "-inf",
      nan: "nan"
    )
    let data = Data(json.utf8)
    if let number = try? reader.decode(Double.self, from: data) {
      self = .number(number)
    } else if let numbers = try? reader.decode([Double].self, from: data), !numbers.isEmpty {
      self = .vector(numbers)
    } else if let rows = try? reader.decode([[Double]].self, from: data), let first = rows.first,
      !first.isEmpty, rows.allSatisfy({ $0.count == first.count })
    {
      self = .matrix(rows)
    } else {
      return nil
    }
  }
}
