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
    var values: [Element: Value] = [:]
  }

  private let symbols: SymbolTable
  /// From the outermost to the innermost; the first binds nothing.
  private var bindings = [Binding()]
  /// The letters that each depends on.
  private var letters: [Name: Set<Name>] = [:]

  init(_ symbols: SymbolTable) { self.symbols = symbols }

  mutating func bind(_ names: [Name]) {
    bindings.append(Binding(names: names.map { symbols.declared($0) ?? $0 }))
  }

  /// Ends the innermost binding.
  mutating func release() { bindings.removeLast() }

  /// What a letter came to, as things are now.
  /// - Parameter indices: those of an element; none for the whole.
  mutating func value(of name: Name, _ indices: [Int]) -> Value? {
    bindings[place(of: name)].values[Element(name: name, indices: indices)]
  }

  mutating func keep(_ value: Value, of name: Name, _ indices: [Int]) {
    bindings[place(of: name)].values[Element(name: name, indices: indices)] = value
  }

  private mutating func place(of name: Name) -> Int {
    if bindings.count == 1 { return 0 }
    let letters = letters[name] ?? Set(symbols.closure(of: [name]))
    self.letters[name] = letters
    return bindings.lastIndex { $0.names.contains(where: letters.contains) } ?? 0
  }
}
