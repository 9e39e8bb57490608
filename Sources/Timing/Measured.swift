/// Does something, and notes how long it takes where somebody listens.
///
///     let notebook = measured(.parsing) { NotebookParser.parse(source) }
///
/// - Parameters:
///   - stage: what is done.
///   - notebook: the notebook that it is done for; `nil` for the one around it.
///   - track: where it is shown if it goes on side by side with others; `nil` if it does not.
///   - arguments: numbers that say more. They are asked for only where somebody listens.
///   - body: does it.
public func measured<Value, Failure: Error>(
  _ stage: Stage,
  of notebook: String? = nil,
  on track: Track? = nil,
  with arguments: @autoclosure () -> [String: Int] = [:],
  _ body: () throws(Failure) -> Value
) throws(Failure) -> Value {
  guard let place = Timeline.place else { return try body() }
  let span = OpenSpan(place, stage, of: notebook, on: track, arguments())
  defer { span.end() }
  return try Timeline.$place.withValue(span.inside) {
    Result { () throws(Failure) in try body() }
  }
  .get()
}

/// Does something that waits, and notes how long it takes where somebody listens.
///
///     let remarks = try await measured(.compiling) { try await compile(program) }
///
/// - Parameters:
///   - stage: what is done.
///   - notebook: the notebook that it is done for; `nil` for the one around it.
///   - track: where it is shown if it goes on side by side with others; `nil` if it does not.
///   - arguments: numbers that say more. They are asked for only where somebody listens.
///   - body: does it.
public func measured<Value, Failure: Error>(
  _ stage: Stage,
  of notebook: String? = nil,
  on track: Track? = nil,
  with arguments: @autoclosure () -> [String: Int] = [:],
  isolation: isolated (any Actor)? = #isolation,
  _ body: () async throws(Failure) -> Value
) async throws(Failure) -> Value {
  guard let place = Timeline.place else { return try await body() }
  let span = OpenSpan(place, stage, of: notebook, on: track, arguments())
  defer { span.end() }
  return try await Timeline.$place.withValue(span.inside) {
    do throws(Failure) {
      return Result<Value, Failure>.success(try await body())
    } catch {
      return .failure(error)
    }
  }
  .get()
}
