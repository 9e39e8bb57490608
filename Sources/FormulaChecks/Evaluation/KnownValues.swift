/// What letters that stand for formulas came to in one sample.
///
/// A value holds for as long as all that its formula depends on is as it was. So it is kept with the innermost
/// binding of a letter on which it depends, such as that by which a derivative moves one, and goes with it.
struct KnownValues {
  private struct Element: Hashable {
    var name: Name
    var indices: [Int]
  }

  /// Letters that were given other values, and what hangs on these.
  private struct Binding {
    var names: [Name] = []
    /// Whether all is as large as it was before.
    var keepsSizes = false
    var values: [Element: Value] = [:]
    /// Those of letters, by axis.
    var sizes: [Name: [Int]] = [:]
  }

  private let symbols: SymbolTable
  /// From the outermost to the innermost; the first binds nothing.
  private var bindings = [Binding()]

  init(_ symbols: SymbolTable) { self.symbols = symbols }

  mutating func bind(_ names: [Name], keepsSizes: Bool = false) {
    bindings.append(
      Binding(names: names.map { symbols.declared($0) ?? $0 }, keepsSizes: keepsSizes)
    )
  }

  /// Ends the innermost binding.
  mutating func release() { bindings.removeLast() }

  /// What a letter came to, as things are now.
  /// - Parameter indices: those of an element; none for the whole.
  func value(of name: Name, _ indices: [Int]) -> Value? {
    bindings[place(of: name)].values[Element(name: name, indices: indices)]
  }

  mutating func keep(_ value: Value, of name: Name, _ indices: [Int]) {
    bindings[place(of: name)].values[Element(name: name, indices: indices)] = value
  }

  /// How large a letter is; `nil` where that was not found yet.
  func size(of name: Name, axis: Int) -> Int? {
    bindings[place(of: name, forSize: true)].sizes[name]?[axis]
  }

  mutating func keepSizes(of value: Value, _ name: Name) {
    bindings[place(of: name, forSize: true)].sizes[name] = [
      value.size(axis: 0), value.size(axis: 1),
    ]
  }

  /// The innermost binding on which a letter's value depends, or its size.
  private func place(of name: Name, forSize: Bool = false) -> Int {
    if bindings.count == 1 { return 0 }
    let letters = symbols.closure(of: name)
    return bindings.lastIndex { binding in
      !(forSize && binding.keepsSizes) && binding.names.contains(where: letters.contains)
    } ?? 0
  }
}
