import Testing

@testable import Typesetting

/// What MathJax is given in place of the helper functions that its compiler wrote.
@Suite struct HelperTests {
  /// Throws unless each expression has the same JSON with the helpers as beside it.
  private func check(_ pairs: [(String, String)]) throws {
    let engine = try ScriptEngine()
    for (name, source) in [
      ("start.js", PackageResources.start_js), ("helpers.js", PackageResources.helpers_js),
    ] {
      try engine.evaluate(String(decoding: source, as: UTF8.self), name: name)
    }
    try engine.evaluate(Self.functions, name: "functions")
    for (expression, expected) in pairs {
      let comparison = "expect(\(expression), \(expected))"
      #expect(throws: Never.self, "\(expression)") {
        try engine.evaluate(comparison, name: expression)
      }
    }
  }

  // As TypeScript writes a loop; with `stop` it is left in the middle.
  private static let functions = """
    const { __values, __read, __spreadArray } = {};
    const expect = (value, expected) => {
      const [a, b] = [value, expected].map((value) => JSON.stringify(value));
      if (a !== b) throw new Error(`${a}, not ${b}`);
    };
    const loop = (items, stop = loop) => {
      const seen = [];
      try {
        for (var steps = __values(items), step = steps.next(); !step.done; step = steps.next()) {
          seen.push(step.value);
          if (step.value === stop) break;
        }
      } finally {
        if (step && !step.done && steps.return) steps.return.call(steps);
      }
      return seen;
    };
    const endings = [];
    function* counted() {
      try { yield 1; yield 2; yield 3; } finally { endings.push("end"); }
    }
    """

  @Test("loops go over arrays, and over all else that can be gone over")
  func loops() throws {
    try check([
      ("loop([1, 2, 3])", "[1, 2, 3]"),
      ("loop([])", "[]"),
      ("loop([undefined, null, 0])", "[undefined, null, 0]"),
      ("loop([1, 2, 3], 2)", "[1, 2]"),
      ("loop('añ𝑥')", "['a', 'ñ', '𝑥']"),
      ("loop(new Map([[1, 2]]))", "[[1, 2]]"),
      ("loop(new Set([1, 2]).values())", "[1, 2]"),
      ("loop({ length: 2, 0: 'a', 1: 'b' })", "['a', 'b']"),
      ("loop(counted(), 2)", "[1, 2]"),
      ("endings", "['end']"),
    ])
  }

  @Test("an array that grows in a loop is gone over to its end")
  func growing() throws {
    try check([
      (
        """
        (() => {
          const items = [1], seen = [];
          for (var steps = __values(items), step = steps.next(); !step.done; step = steps.next()) {
            seen.push(step.value);
            if (items.length < 4) items.push(items.length + 1);
          }
          return seen;
        })()
        """, "[1, 2, 3, 4]"
      ),
      (
        "loop([1, 2]).map((item) => loop([item, item * 10]))", "[[1, 10], [2, 20]]"
      ),
    ])
  }

  @Test("what is read has the places that are asked for")
  func reading() throws {
    try check([
      ("__read([1, 2]).slice(0, 2)", "[1, 2]"),
      ("__read([1], 2)[1]", "undefined"),
      ("__read(new Set([1, 2, 3]), 2)", "[1, 2]"),
      ("__read(new Set([1, 2, 3]))", "[1, 2, 3]"),
      ("__read(new Set([1]), 0)", "[]"),
      ("__read(counted(), 1)", "[1]"),
      ("endings", "['end']"),
    ])
  }

  @Test("spreading makes a new array and changes neither")
  func spreading() throws {
    try check([
      ("__spreadArray([1], [2, 3], false)", "[1, 2, 3]"),
      (
        "(() => { const a = [1], b = [2]; __spreadArray(a, b).push(3); return [a, b]; })()",
        "[[1], [2]]"
      ),
      ("(function () { return __spreadArray([], arguments); })(1, 2)", "[1, 2]"),
    ])
  }

  @Test("no object has the helpers once MathJax is there")
  func ending() throws {
    let engine = try ScriptEngine()
    try engine.load(.mathematics, from: Typesetter.defaultAssets)
    let left = "['__values', '__read', '__spreadArray'].filter((name) => name in {})"
    try engine.evaluate("if (\(left).length) throw new Error(\(left))", name: "helpers")
  }
}
