import Foundation
import Timing

/// One JavaScript context. It belongs to the thread that made it, as JavaScriptCore's collector looks
/// for live values on that thread's stack.
final class ScriptEngine {
  private let library: ScriptLibrary
  private let context: ScriptLibrary.Reference
  private var loaded: Set<ScriptBundle> = []
  private let watch = ScriptWatch()
  private var work = 0
  /// When it had last loaded something.
  private(set) var readySince = ContinuousClock.now

  init() throws(TypesettingFault) {
    library = try ScriptLibrary.tuned.get()
    guard let context = library.makeContext(nil) else { throw .engineIsMissing }
    self.context = context
    do {
      try shareProgress()
    } catch {
      throw .scriptFailed(message: error.description)
    }
  }

  deinit {
    library.clearTimeLimit?(library.group(context))
    library.releaseContext(context)
  }

  /// Loads a bundle's scripts in their order, once.
  /// - Parameter track: where that is shown while nobody waits for it.
  func load(_ bundle: ScriptBundle, from assets: URL, on track: Track? = nil) throws {
    guard !loaded.contains(bundle) else { return }
    try measured(.engine, on: track) {
      for (name, source) in try bundle.scripts(in: assets) { try evaluate(source, name: name) }
    }
    loaded.insert(bundle)
    readySince = .now
  }

  /// Runs a script for its effects, and whatever it has left to be done later.
  func evaluate(_ source: String, name: String) throws(ScriptFault) {
    try withString(source) { source throws(ScriptFault) in
      try withString(name) { name throws(ScriptFault) in
        _ = try checked { library.evaluate(context, source, nil, name, 1, $0) }
      }
    }
  }

  /// Calls functions of `lectern` one after the other, looked after all the while. What was ended has
  /// left the engine in a state that nobody knows.
  ///
  /// - Parameters:
  ///   - calls: the functions with their arguments as JSON.
  ///   - pause: after how many seconds each it is looked after, which costs some of its speed.
  /// - Returns: the last answer as JSON.
  func call(
    _ calls: [(name: String, argument: String)],
    within limits: ScriptLimits,
    lookingEvery pause: Double,
    isCancelled: @escaping () -> Bool
  ) throws(ScriptFault) -> String {
    watchEvery(pause)
    var answer = "null"
    do {
      try watch.watching(limits, isCancelled: isCancelled) {
        for (name, argument) in calls { answer = try call(name, argument) }
      }
    } catch {
      var failure = error as? ScriptFault ?? ScriptFault(message: "\(error)")
      failure.end = watch.end
      failure.progress = Int(exactly: watch.progress.pointee)
      throw failure
    }
    return answer
  }

  /// Calls `lectern.call(name, argument)`, which takes and gives JSON.
  func call(_ name: String, _ argument: String) throws(ScriptFault) -> String {
    let global = library.globalObject(context)
    let lectern = try property("lectern", of: global)
    let function = try property("call", of: lectern)
    let arguments = [value(name), value(argument)]
    let result = try checked {
      library.call(context, function, lectern, arguments.count, arguments, $0)
    }
    return try text(result)
  }

  /// Collects garbage from time to time: left alone, the collector lets hundreds of megabytes gather.
  func collectGarbage(after work: Int) {
    self.work += work
    guard self.work >= 2000 else { return }
    self.work = 0
    library.collectGarbage(context)
  }

  // MARK: - Watching

  /// Gives scripts an array of one number, in which they note where they are.
  private func shareProgress() throws(ScriptFault) {
    let int32Array: UInt32 = 2
    let array = try checked {
      library.makeTypedArray(
        context,
        int32Array,
        watch.progress,
        MemoryLayout<Int32>.size,
        { _, _ in },
        nil,
        $0
      )
    }
    try withString("lecternProgress") { name throws(ScriptFault) in
      try checked {
        library.setProperty(context, library.globalObject(context), name, array, 0, $0)
      }
    }
  }

  private func watchEvery(_ pause: Double) {
    guard let setTimeLimit = library.setTimeLimit else { return }
    let group = library.group(context)
    let pointer = Unmanaged.passUnretained(watch).toOpaque()
    watch.askAgain = {
      setTimeLimit(
        group,
        pause,
        { _, watch in
          watch.map { Unmanaged<ScriptWatch>.fromOpaque($0).takeUnretainedValue().shouldEnd() }
            ?? false
        },
        pointer
      )
    }
    watch.askAgain()
  }

  // MARK: - Values

  private func property(
    _ name: String,
    of object: ScriptLibrary.Reference?
  ) throws(ScriptFault) -> ScriptLibrary.Reference? {
    try withString(name) { name throws(ScriptFault) in
      let value = try checked { library.property(context, object, name, $0) }
      return try checked { library.object(context, value, $0) }
    }
  }

  private func value(_ text: String) -> ScriptLibrary.Reference? {
    let string = text.withCString { library.makeString($0) }
    defer { library.releaseString(string) }
    return library.stringValue(context, string)
  }

  private func text(_ value: ScriptLibrary.Reference?) throws(ScriptFault) -> String {
    let string = try checked { library.copyString(context, value, $0) }
    defer { library.releaseString(string) }
    let capacity = library.maximumSize(string)
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: max(capacity, 1)) { buffer in
      let count = library.copyUTF8(string, buffer.baseAddress, buffer.count)
      return String(
        decoding: UnsafeRawBufferPointer(buffer).prefix(max(count - 1, 0)),
        as: UTF8.self
      )
    }
  }

  private func withString<Result>(
    _ text: String,
    _ body: (ScriptLibrary.Reference?) throws(ScriptFault) -> Result
  ) throws(ScriptFault) -> Result {
    let string = text.withCString { library.makeString($0) }
    defer { library.releaseString(string) }
    return try body(string)
  }

  private func checked<Result>(
    _ body: (ScriptLibrary.Exception) -> Result
  ) throws(ScriptFault) -> Result {
    var exception: ScriptLibrary.Reference?
    let result = body(&exception)
    guard let exception else { return result }
    throw error(exception)
  }

  private func error(_ exception: ScriptLibrary.Reference) -> ScriptFault {
    let message = (try? text(exception)) ?? "an exception that has no text"
    guard library.isObject(context, exception) else { return ScriptFault(message: message) }
    let line = try? withString("line") { name throws(ScriptFault) in
      try text(checked { library.property(context, exception, name, $0) })
    }
    return ScriptFault(message: message, line: line.flatMap { Int($0) })
  }
}
