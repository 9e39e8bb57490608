/// The one way to find a result that was made before, or else to make it and keep it.
///
/// 1. A result is found by all that determines it (``KeyParts``).
/// 2. Where there is none it is made and kept, and it is remembered for its ``Subject`` why it was made.
/// 3. ``outlook()`` says what would be done, and why, and does nothing of it.
///
/// What is made by tools, which another machine may not have, is also found by what determines it whatever
/// the tools are. Where results are frozen it is found so alone, and none is made: see ``NotInStore``.
public struct Memo<Value: Sendable>: Sendable {
  /// What sort of result it is.
  public let kind: ResultKind
  let use: StoreUse?
  private let coding: ResultCoding<Value>
  private let subject: @Sendable () -> Subject?
  private let known: @Sendable () -> KeyParts?
  private let withoutTools: (@Sendable () -> KeyParts)?
  private let last: (@Sendable () -> KeyParts)?

  /// - Parameters:
  ///   - kind: what sort of result it is.
  ///   - use: where it is kept; `nil` for nowhere.
  ///   - coding: how it is written.
  ///   - subject: what its making is remembered under; `nil` for not at all.
  ///   - parts: gives all that determines it; `nil` where that is not known, so that it cannot be kept.
  ///   - withoutTools: gives what determines it whatever tools make it; `nil` where this program makes it
  ///     alone, which it also does where results are frozen.
  ///   - last: gives what names the result that was made last, whatever determined it.
  public init(
    _ kind: ResultKind,
    in use: StoreUse?,
    _ coding: ResultCoding<Value>,
    of subject: @autoclosure @escaping @Sendable () -> Subject? = nil,
    parts: @escaping @Sendable () -> KeyParts?,
    withoutTools: (@Sendable () -> KeyParts)? = nil,
    last: (@Sendable () -> KeyParts)? = nil
  ) {
    self.kind = kind
    self.use = use
    self.coding = coding
    self.subject = subject
    known = parts
    self.withoutTools = withoutTools
    self.last = last
  }

  /// All that determines the result; `nil` where that is not known.
  public var parts: KeyParts? { known() }

  /// Whether it may not be made.
  public var isFrozen: Bool { withoutTools != nil && use?.isFrozen ?? false }
}

/// Finding.
extension Memo {
  /// The result that is kept; `nil` where there is none, or none may be used.
  public func found() -> Value? { sought.flatMap(found) }

  /// By what the result is looked for; `nil` where that is not known, or no result may be used.
  var sought: KeyParts? {
    guard use?.reads == true else { return nil }
    return isFrozen ? withoutTools?() : known()
  }

  /// The result that is kept for parts by which it is looked for.
  func found(_ sought: KeyParts) -> Value? { isFrozen ? named(sought) : read(sought.key) }

  /// The result that was made last, whatever determined it; `nil` where there is none, or none may be
  /// used.
  public func lastResult() -> Value? { last.flatMap { named($0()) } }

  /// The result whose key is kept for a name.
  private func named(_ name: KeyParts) -> Value? {
    guard let use, use.reads, let bytes = use.store.read(name.key) else { return nil }
    return ResultCoding<StoreKey>.json.decode(bytes[...]).flatMap(read)
  }

  private func read(_ key: StoreKey) -> Value? {
    guard let use, use.reads, let bytes = use.store.read(key) else { return nil }
    return coding.decode(bytes[...])
  }
}

/// Making and keeping.
extension Memo {
  /// The result as it is kept, or as it is made now.
  ///
  /// - Throws: ``NotInStore`` where there is none and results are frozen; or what making it throws.
  public func result(make: () throws -> Value) throws -> Value {
    if isFrozen {
      if let found = found() { return found }
      try allowMaking()
    }
    guard let parts else { return try make() }
    if let found = found(parts) { return found }
    let made = try make()
    keep(made, for: parts, withoutTools: withoutTools?())
    remember(parts)
    return made
  }

  /// A result that this program makes alone, as it is kept, or as it is made now.
  public func resultWithoutTools(make: () -> Value) -> Value {
    guard let parts else { return make() }
    if let found = found(parts) { return found }
    let made = make()
    keep(made, for: parts, withoutTools: nil)
    return made
  }

  /// - Throws: ``NotInStore`` where results are frozen.
  public func allowMaking() throws(NotInStore) {
    if isFrozen { throw NotInStore(kind: kind, reason: outlook().reason ?? .isMissing) }
  }

  /// Keeps a result that was made just now.
  public func keep(_ value: Value) {
    guard let parts else { return }
    keep(value, for: parts, withoutTools: withoutTools?())
  }

  /// Keeps a result for some parts, and its key for what it is found by besides.
  func keep(_ value: Value, for parts: KeyParts, withoutTools: KeyParts?) {
    guard let use, let bytes = coding.encode(value) else { return }
    use.store.write(bytes, for: parts.key)
    let names = [withoutTools, last?()].compactMap { $0 }
    guard !names.isEmpty, let key = ResultCoding<StoreKey>.json.encode(parts.key) else { return }
    for name in names { use.store.write(key, for: name.key) }
  }

  /// What determines it whatever tools make it.
  var partsWithoutTools: KeyParts? { withoutTools?() }
}

/// Remembering and foretelling.
extension Memo {
  /// Remembers why the result was made just now.
  ///
  /// - Parameters:
  ///   - parts: what determines it, with what was met while it was made.
  ///   - isKept: whether it could be kept.
  ///   - others: further results of its subject.
  public func remember(_ parts: KeyParts, isKept: Bool = true, with others: [Made] = []) {
    guard let use, let subject = subject() else { return }
    use.store.remember([made(parts, isKept: isKept)] + others, of: subject)
  }

  /// A result that was made just now.
  ///
  /// - Parameters:
  ///   - parts: what determines it, with what was met while it was made.
  ///   - name: its name among the results of its subject; empty for the only one.
  ///   - isKept: whether it could be kept.
  public func made(_ parts: KeyParts, named name: String = "", isKept: Bool) -> Made {
    var marks: Making.Marks = use?.reads == false ? .isAskedFor : []
    if !isKept { marks.insert(.isUnkept) }
    return Made(parts, named: name, marks)
  }

  /// Whether the result would be used again, and how it was last made; nothing is made or written.
  public func outlook() -> Outlook { outlook(isKept: found() != nil, parts, last: lastMaking()) }

  /// The same, where it is known whether there is a result.
  ///
  /// - Parameters:
  ///   - isKept: whether there is a result that would be used.
  ///   - parts: what determines it now, as far as that is known.
  ///   - last: how it was last made.
  public func outlook(isKept: Bool, _ parts: KeyParts?, last: Making?) -> Outlook {
    if isKept { return Outlook(reason: nil, last: last) }
    guard let parts else { return Outlook(reason: .isUnknown, last: last) }
    let reason = Making.Reason(making: parts, since: last)
    return Outlook(reason: use?.reads == false ? .isAskedFor : reason, last: last)
  }

  /// How the result was last made; `nil` where it has no subject, or was never made.
  public func lastMaking() -> Making? { makings([kind]).first }

  /// How all results of its subject were last made.
  ///
  /// - Parameter kinds: the kinds of these results.
  public func makings(_ kinds: [ResultKind]) -> [Making] {
    guard let use, let subject = subject() else { return [] }
    return use.store.makings(of: subject, kinds)
  }
}
