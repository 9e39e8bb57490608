/// One call of ``stored(_:_:file:line:column:by:)`` on its way: the question, the value that is kept,
/// or the computing of it.
struct StoredCall {
  private let recorder: Recorder
  private let number: UInt32
  /// The most bytes that a value to be kept may have.
  private let most: Int?
  private var held: (value: ArraySlice<UInt8>, output: [UInt8], error: [UInt8])?

  /// - Returns: `nil` where nothing is kept: no recorder, or an input that cannot be encoded.
  init?<each Input: Encodable, Value>(
    _ name: String,
    _ type: Value.Type,
    at place: (file: String, line: Int, column: Int),
    _ inputs: repeat each Input
  ) {
    guard let recorder = Recorder.shared else { return nil }
    var encoded: [Request.Input] = []
    var size = 0
    for input in repeat each inputs {
      guard let bytes = try? BinaryEncoder.encode(input) else { return nil }
      size += bytes.count
      encoded.append(Request.Input(type: Self.types(of: input), bytes: bytes))
    }
    guard size < Request.longest - (1 << 16) else { return nil }
    let question = Request.Question(
      file: place.file,
      line: place.line,
      column: place.column,
      name: name,
      type: Self.name(of: type),
      inputs: encoded
    )
    self.recorder = recorder
    switch recorder.ask(.value(question)) {
    case .kept(let number, let most, let output, let error, let value):
      self.number = number
      self.most = most
      held = (value, output, error)
    case .missing(let number, let most):
      self.number = number
      self.most = most
    case .noted, nil: return nil
    }
  }

  /// The value that is kept. One that cannot be decoded into the type counts as missing.
  func value<Value: Decodable>(_ type: Value.Type) -> Value? {
    guard let held, let value = try? BinaryDecoder.decode(type, from: held.value) else {
      return nil
    }
    if !held.output.isEmpty || !held.error.isEmpty {
      recorder.replay(output: held.output, error: held.error)
    }
    return value
  }

  func begin() { recorder.record(.storedBegan(number)) }

  func end() { recorder.record(.storedEnded(number)) }

  func keep(_ value: some Encodable) {
    guard let most, let bytes = try? BinaryEncoder.encode(value), bytes.count <= most else {
      return
    }
    recorder.tell(.keep(number: number, value: bytes))
  }

  /// The name of a value's type, and of the class that its code takes it for where that is another.
  private static func types<Input>(of input: Input) -> String {
    let (own, taken) = (name(of: type(of: input)), name(of: Input.self))
    return own == taken ? own : "\(own) as \(taken)"
  }

  /// The name of a type, without the address by which a local type's name differs from run to run.
  private static func name(of type: Any.Type) -> String {
    let parts = String(reflecting: type).split(separator: "(unknown context at ")
    return parts.dropFirst().reduce(String(parts.first ?? "")) { name, part in
      name + "(" + (part.firstIndex(of: ")").map { part[$0...] } ?? part)
    }
  }
}
