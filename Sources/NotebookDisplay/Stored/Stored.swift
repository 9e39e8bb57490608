/// A value that is computed once and kept between runs.
///
/// ```swift
/// let rate = 0.5
/// let weights = stored("weights", rate) { (1...3).map { Double($0) * rate } }
/// weights  // => [0.5, 1.0, 1.5]
/// ```
///
/// A later run takes the kept value as long as nothing has changed that it is made from: the closure,
/// the functions, types and variables of the notebook that it uses, the values of the inputs, the
/// files that it opens by ``contents(of:)`` and ``bytes(of:)``, the imported modules, the toolchain and
/// its flags. What the closure prints is kept with the value and printed again; where tasks or threads
/// run beside it, which may print, too, a value that prints is computed each time. A program that
/// nothing records computes every value each time.
///
/// What the closure reads by other means, such as a clock, random numbers or a module's variables, is
/// not seen, and what it does besides giving back a value is not done again. A variable of a loop or of a
/// function around the call must be among the inputs.
///
/// - Parameters:
///   - name: what the value is called. Another name keeps another value; two values may have one name.
///   - inputs: values that the closure uses. They count by what they encode, and what they are made
///     from then does not count.
///   - compute: makes the value.
/// - Returns: the value, which is kept only if it and the inputs can be encoded.
/// - Throws: what the closure throws; nothing is kept then.
public func stored<each Input: Encodable, Value: Codable, Failure: Error>(
  _ name: String,
  _ inputs: repeat each Input,
  file: String = #filePath,
  line: Int = #line,
  column: Int = #column,
  by compute: () throws(Failure) -> Value
) throws(Failure) -> Value {
  let place = (file: file, line: line, column: column)
  guard let call = StoredCall(name, Value.self, at: place, repeat each inputs) else {
    return try compute()
  }
  if let value = call.value(Value.self) { return value }
  call.begin()
  let value: Value
  do throws(Failure) {
    value = try compute()
  } catch {
    call.end()
    throw error
  }
  call.end()
  call.keep(value)
  return value
}

/// A value that is computed once, by code that waits, and kept between runs.
///
/// See ``stored(_:_:file:line:column:by:)``.
///
/// ```swift
/// func measured(_ count: Int) async -> [Int] { (1...count).map { $0 * $0 } }
/// let squares = await stored("squares") { await measured(3) }
/// squares  // => [1, 4, 9]
/// ```
///
/// - Parameters:
///   - name: what the value is called.
///   - inputs: values that the closure uses.
///   - compute: makes the value.
/// - Returns: the value.
/// - Throws: what the closure throws; nothing is kept then.
public func stored<each Input: Encodable, Value: Codable, Failure: Error>(
  _ name: String,
  _ inputs: repeat each Input,
  file: String = #filePath,
  line: Int = #line,
  column: Int = #column,
  isolation: isolated (any Actor)? = #isolation,
  by compute: () async throws(Failure) -> Value
) async throws(Failure) -> Value {
  let place = (file: file, line: line, column: column)
  guard let call = StoredCall(name, Value.self, at: place, repeat each inputs) else {
    return try await compute()
  }
  if let value = call.value(Value.self) { return value }
  call.begin()
  let value: Value
  do throws(Failure) {
    value = try await compute()
  } catch {
    call.end()
    throw error
  }
  call.end()
  call.keep(value)
  return value
}
