import Synchronization

/// The formulas of one page: macros, labels and numbers go from formula to formula, and end with the
/// page.
public final class FormulaSession: Sendable {
  /// For each of the page's macros what is wrong with it, in MathJax's words; `nil` for nothing. What a
  /// macro stands for is looked at only where it is used.
  public let macroProblems: [String?]

  private let typesetter: Typesetter
  private let limits: ScriptLimits
  /// The engine that holds the page.
  private let thread: ScriptThread
  private let id: Int

  private static let sessions = Atomic(0)
  /// How many formulas are set between two chances to collect garbage.
  static let portion = 500

  private struct Options: Encodable {
    let prefix: String
    let references: [String: FormulaReference]
    let numberPrefix: String
    let macros: [String]
  }

  init(
    _ typesetter: Typesetter,
    idPrefix: String,
    references: [String: FormulaReference],
    numberPrefix: String = "",
    macros: [FormulaMacro],
    limits: ScriptLimits
  ) throws {
    self.typesetter = typesetter
    self.limits = limits
    id = Self.sessions.add(1, ordering: .relaxed).newValue
    let options = Options(
      prefix: idPrefix,
      references: references,
      numberPrefix: numberPrefix,
      macros: macros.map(\.definition)
    )
    thread = try typesetter.engines.take()
    do {
      let arguments = Arguments(id, options)
      macroProblems = try typesetter.call(
        "open",
        arguments,
        within: limits,
        of: .mathematics,
        on: thread
      )
    } catch {
      if error is ScriptFault { typesetter.engines.retire(thread) }
      typesetter.engines.giveBack(thread)
      throw error
    }
  }

  deinit {
    let id = id
    thread.start { engine in _ = try? engine.call("close", "[\(id)]") }
    typesetter.engines.giveBack(thread)
  }

  private func call<Value: Decodable & Sendable>(
    _ name: String,
    _ arguments: some Encodable
  ) throws -> Value {
    do {
      return try typesetter.call(name, arguments, within: limits, of: .mathematics, on: thread)
    } catch let error as ScriptFault {
      typesetter.engines.retire(thread)
      throw error
    }
  }

  /// Sets formulas in their order. A reference may point to any label of the same call or an earlier
  /// one; whatever the formulas define holds for the next call too.
  ///
  /// - Parameter size: how many formulas go to the engine at once.
  /// - Returns: a result for each request. A wrong formula does not keep the others from being set.
  /// - Throws: ``ScriptFault`` where one breaks off, ``TypesettingFault`` if nothing can be set.
  public func set(
    _ requests: [FormulaRequest],
    inPortionsOf size: Int = 500
  ) throws -> [FormulaResult] {
    var replies: [FormulaReply?] = []
    while replies.count < requests.count {
      let portion = Array(requests[replies.count...].prefix(size))
      let mayDefine = portion.contains { FormulaState.mayDefine($0.tex) }
      replies += try call("set", Arguments(id, portion, mayDefine, replies.count))
      // Keeps the memory bounded, whatever the number of formulas.
      let count = portion.count
      thread.start { $0.collectGarbage(after: count) }
    }
    var late: [FormulaReply] = try call("finish", [id])
    late.reverse()
    return zip(replies, requests).map { reply, request in
      (reply ?? late.popLast())?.result(for: request.tex)
        ?? FormulaResult(formula: nil, problems: [])
    }
  }

  /// What formulas have to do with numbers; none is set.
  func tags(of requests: [FormulaRequest]) throws -> [EquationTags] {
    try call("count", Arguments(id, requests))
  }

  /// What formulas mean to MathJax; none is set.
  func trees(of requests: [FormulaRequest]) throws -> [FormulaTree] {
    let replies: [FormulaTree.Reply] = try call("read", Arguments(id, requests))
    return zip(replies, requests).map { $0.tree(of: $1.tex) }
  }

  /// The glyphs of all formulas so far, as `path` elements by their identifiers.
  var glyphs: [String: String] {
    get throws { try call("glyphs", [id]) }
  }

  /// The glyphs of all formulas so far, as one hidden `svg` element that belongs on the same page.
  public var definitions: String {
    get throws { Self.definitions(of: try glyphs) }
  }

  /// Glyphs as one hidden `svg` element, in a fixed order.
  static func definitions(of glyphs: [String: String]) -> String {
    let paths = glyphs.sorted { $0.key < $1.key }.map(\.value).joined()
    return """
      <svg width="0" height="0" style="position: absolute" aria-hidden="true">\
      <defs>\(paths)</defs></svg>
      """
  }
}

/// Arguments of different types.
struct Arguments<each Argument: Encodable>: Encodable {
  private let arguments: (repeat each Argument)

  init(_ arguments: repeat each Argument) { self.arguments = (repeat each arguments) }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    for argument in repeat each arguments { try container.encode(argument) }
  }
}
