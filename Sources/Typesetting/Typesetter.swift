import Files
import Foundation
import ResultStore
import Synchronization
import Timing

/// Sets TeX formulas and Vega-Lite charts as SVG, in process.
///
/// 1. A ``ScriptThread`` holds JavaScriptCore on a thread of its own; an ``EnginePool`` has one, or some
///    where many pages are set.
/// 2. MathJax or Vega is loaded into it when first needed.
/// 3. A ``FormulaSession`` sets the formulas of one page; ``chart(_:idPrefix:subject:)`` draws a chart.
///
/// A typesetter may be used from any thread.
public final class Typesetter: Sendable {
  let assets: URL
  let store: StoreUse?
  /// What setting one formula or drawing one chart may take.
  let limits: ScriptLimits
  private let identities = Mutex<[ScriptBundle: StoreKey]>([:])
  private let loaded = Mutex<Set<ScriptBundle>>([])
  let engines: EnginePool

  /// Nothing is started before the first formula or chart.
  ///
  /// - Parameters:
  ///   - assets: the folder that holds `mathjax` and `vega`, as `Scripts/setup` lays it out.
  ///   - store: where formulas and charts are kept; `nil` for nowhere.
  ///   - limit: how many engines may set pages side by side.
  ///   - limits: what one formula or chart may take.
  public init(
    assets: URL = Typesetter.defaultAssets,
    store: StoreUse? = nil,
    limit: Int = 1,
    limits: ScriptLimits = ScriptLimits()
  ) {
    self.assets = assets
    self.store = store
    self.limits = limits
    engines = EnginePool(limit: limit)
  }

  /// Tells the scripts that set formulas or draw charts from any others.
  func identity(of bundle: ScriptBundle) -> StoreKey {
    identities.withLock { identities in
      let identity = identities[bundle] ?? bundle.identity(in: assets)
      identities[bundle] = identity
      return identity
    }
  }

  /// Whether an engine was needed so far.
  var isStarted: Bool { engines.isStarted }

  /// `$LECTERN_ASSETS`, or `share/lectern` beside the folder of an installed program, or `lectern` in the
  /// user's folder for data, as in `Scripts/setup`.
  public static var defaultAssets: URL {
    func folder(_ name: String) -> URL? {
      guard let path = ProcessInfo.processInfo.environment[name], !path.isEmpty else { return nil }
      return URL(filePath: path)
    }
    if let assets = folder("LECTERN_ASSETS") { return assets }
    if let program = Bundle.main.executableURL?.resolvingSymlinksInPath() {
      let installed = program.deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "share/lectern")
      if FileStatus.isThere(installed.appending(path: "mathjax").path) { return installed }
    }
    if let data = folder("XDG_DATA_HOME") { return data.appending(path: "lectern") }
    // The user's own folder is where HOME says, which in a container is often not the one in passwd.
    let home = folder("HOME") ?? URL(filePath: NSHomeDirectory())
    return home.appending(path: ".local/share/lectern")
  }

  /// Starts the engine and loads MathJax without waiting, where formulas are known to come.
  ///
  /// What goes wrong here goes wrong again, and is told, when the first formula is set.
  public func prepareForFormulas() { prepare(.mathematics) }

  /// The same for charts and Vega.
  public func prepareForCharts() { prepare(.charts) }

  private func prepare(_ bundle: ScriptBundle) {
    let assets = assets
    let place = Timeline.place
    try? engines.first.start { engine in
      Timeline.$place.withValue(place) {
        try? engine.load(bundle, from: assets, on: .engine)
      }
    }
  }

  /// Tells all that formulas and charts are set by from anything else, by the stamps of its files;
  /// `nil` where they were written just now.
  public var toolsKey: StoreKey? {
    var parts = KeyParts(kind: ResultKind("typesetting", version: 1))
    parts.add(.assets, assets.path)
    let files = [ScriptBundle.mathematics, .charts].flatMap(\.files)
    let stamps = files.map { FileStamp(of: assets.appending(path: $0).path) }
    parts.add(.files, texts: stamps.map { $0?.text ?? "" })
    return stamps.allSatisfy { $0?.isSettled ?? true } ? parts.key : nil
  }

  /// The files that formulas and charts were set by so far, now or when they were kept, below the
  /// folder of assets.
  public var usedFiles: [String] {
    let used = loaded.withLock { $0 }.union(identities.withLock { $0.keys })
    return [ScriptBundle.mathematics, .charts].filter(used.contains).flatMap(\.files)
  }

  /// Calls a function of the glue with JSON.
  ///
  /// - Parameters:
  ///   - result: a second function, without arguments, that has the answer when what the first one left
  ///     to be done later is done.
  ///   - limits: what one formula, or a chart, may take.
  /// - Throws: ``ScriptFault``, after which the engine is not to be used again;
  ///   ``TypesettingFault`` where the scripts cannot be had.
  func call<Value: Decodable & Sendable>(
    _ name: String,
    _ arguments: some Encodable,
    then result: String? = nil,
    within limits: ScriptLimits,
    of bundle: ScriptBundle,
    on thread: ScriptThread
  ) throws -> Value {
    let json = String(decoding: try JSONEncoder().encode(arguments), as: UTF8.self)
    let calls = [(name: name, argument: json)] + (result.map { [(name: $0, argument: "[]")] } ?? [])
    let assets = assets
    let place = Timeline.place
    let waiting = OpenSpan.begin(.waitingForEngine)
    let asked = ContinuousClock.now
    let engines = engines
    let answer = try withUnsafeCurrentTask { task in
      let waiter = WaitingTask(task)
      return try thread.run { engine in
        waiting?.end()
        engines.note(waited: .now - max(asked, engine.readySince))
        if waiter.isCancelled { throw CancellationError() }
        do {
          try Timeline.$place.withValue(place) { try engine.load(bundle, from: assets) }
        } catch let error as ScriptFault {
          throw TypesettingFault.scriptFailed(message: error.description)
        }
        return try engine.call(calls, within: limits, lookingEvery: bundle.pause) {
          waiter.isCancelled
        }
      }
    }
    _ = loaded.withLock { $0.insert(bundle) }
    do {
      return try JSONDecoder().decode(Value.self, from: Data(answer.utf8))
    } catch {
      throw ScriptFault(message: "its answer cannot be read", isUnreadable: true)
    }
  }
}

/// The task that waits for an engine, which stays as long as it waits.
private struct WaitingTask: @unchecked Sendable {
  private let task: UnsafeCurrentTask?

  init(_ task: UnsafeCurrentTask?) { self.task = task }

  /// Whether nobody needs the answer any more. This may be asked from any thread.
  var isCancelled: Bool { task?.isCancelled ?? false }
}
