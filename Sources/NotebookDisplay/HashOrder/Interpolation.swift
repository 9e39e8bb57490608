// In cells these take the place of the standard library's members of the same names, and do the same.

extension DefaultStringInterpolation {
  /// Interpolates as the standard library does, and tells of the collections whose order means nothing.
  @_spi(Cells)
  public mutating func appendInterpolation<T>(_ value: T) {
    if !HashOrder.isAbsent(from: T.self) { HashOrder.tell(of: value) }
    Swift.print(value, terminator: "", to: &self)
  }

  /// Interpolates as the standard library does, and tells of the collections whose order means nothing.
  @_spi(Cells)
  public mutating func appendInterpolation<T: CustomStringConvertible>(_ value: T) {
    if !HashOrder.isAbsent(from: T.self) { HashOrder.tell(of: value) }
    appendLiteral(value.description)
  }
}

extension String {
  /// Describes as the standard library does, and tells of the collections whose order means nothing.
  @_spi(Cells)
  public init<Subject>(describing instance: Subject) {
    if !HashOrder.isAbsent(from: Subject.self) { HashOrder.tell(of: instance) }
    self.init()
    Swift.print(instance, terminator: "", to: &self)
  }

  /// Describes as the standard library does, and tells of the collections whose order means nothing.
  @_spi(Cells)
  public init<Subject: CustomStringConvertible>(describing instance: Subject) {
    if !HashOrder.isAbsent(from: Subject.self) { HashOrder.tell(of: instance) }
    self = instance.description
  }

  /// Describes as the standard library does, and tells of the collections whose order means nothing.
  @_spi(Cells)
  public init<Subject: CustomStringConvertible & TextOutputStreamable>(
    describing instance: Subject
  ) {
    if !HashOrder.isAbsent(from: Subject.self) { HashOrder.tell(of: instance) }
    self = instance.description
  }

  /// Describes as the standard library does, and tells of the collections whose order means nothing.
  @_spi(Cells)
  public init<Subject>(reflecting subject: Subject) {
    if !HashOrder.isAbsent(from: Subject.self) { HashOrder.tell(of: subject) }
    self = HashOrder.written(subject)
  }
}

extension Set {
  /// Describes as the standard library does, and tells that the order means nothing.
  @_spi(Cells) public var description: String { HashOrder.described(self) }
  /// Describes as the standard library does, and tells that the order means nothing.
  @_spi(Cells) public var debugDescription: String { HashOrder.written(telling: self) }
}

extension Dictionary {
  /// Describes as the standard library does, and tells that the order means nothing.
  @_spi(Cells) public var description: String { HashOrder.described(self) }
  /// Describes as the standard library does, and tells that the order means nothing.
  @_spi(Cells) public var debugDescription: String { HashOrder.written(telling: self) }
}

extension Dictionary.Keys {
  /// Describes as the standard library does, and tells that the order means nothing.
  @_spi(Cells) public var description: String { HashOrder.described(self) }
}

extension Dictionary.Values {
  /// Describes as the standard library does, and tells that the order means nothing.
  @_spi(Cells) public var description: String { HashOrder.described(self) }
}

extension HashOrder {
  fileprivate static func described(_ value: some CustomStringConvertible) -> String {
    tell(of: value)
    return value.description
  }

  fileprivate static func written(telling value: some Any) -> String {
    tell(of: value)
    return written(value)
  }
}
