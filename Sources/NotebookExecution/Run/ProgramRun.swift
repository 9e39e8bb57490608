import Documents
import Foundation
import NotebookDisplay
import NotebookSyntax
import Processes
import ResultStore
import Subprocess

/// A program that was run: everything that it printed and told, and how it ended.
struct ProgramRun: Sendable {
  /// What it told, in order.
  var events: [Event]
  /// What it printed, with markers.
  var standardOutput: [UInt8]
  var standardError: [UInt8]
  /// How much of both had been printed each time that standard error was about to be written to.
  var switches: [PrintedOrder.Place]
  /// What the markers are known by.
  var key: ChannelKey
  var ending: Ending
  /// The files that it opened by way of the recorder.
  var files: OpenedFiles
  /// The stored values that it asked for.
  var values: [Made]
  /// The calls whose values printed something that may be another's.
  var mixed: Set<SourcePosition>
  /// The collections that it wrote and whose order means nothing.
  var unordered: Set<[String]>
  /// When it ended, by the clock of the events.
  var ended: Event.Nanoseconds

  /// How a run ended.
  enum Ending: Sendable, Equatable {
    case exited(Int32)
    case signalled(Int32)
    case passed(Limit)
    /// Something wrote to the channel for events that is not the recorder.
    case garbled
    /// It told what no such program can tell, as that it came to a place twice.
    case contradictory
    case cancelled
  }

  /// A limit that ends a run.
  enum Limit: Sendable, Equatable {
    case time, output
    /// That of a program and all that it started.
    case memory, processes
  }

  /// What a run may use.
  struct Limits: Sendable {
    var time: Duration
    /// How much of the time is gone before the program begins.
    var spent = Duration.zero
    var memory: Int
    var output: Int
    /// How many processes there may be at once, its own and those that it started.
    var processes = 256
  }

  /// Runs a program to its end, or to a limit.
  ///
  /// When it returns or throws, no process that the program started is left.
  /// - Parameter sandbox: how it is started in a sandbox; `nil` for no sandbox.
  /// - Throws: ``SandboxFault`` where there is a sandbox and it does not come about.
  static func run(
    _ program: String,
    in folder: String,
    sandbox: Sandbox.Command?,
    limits: Limits,
    service: RequestService,
    watching: @escaping @Sendable (Event) -> Void
  ) async throws -> ProgramRun {
    let isWrapped = sandbox.map { !$0.isOwn } ?? false
    let marks = Marks()
    let channels = try ProgramChannels()
    defer { channels.closeOwnEnds() }
    try channels.send(marks.key)
    var platform = PlatformOptions()
    platform.processGroupID = 0
    let result = try await StartedProcess.run { isThere in
      try await Subprocess.run(
        .path(.init(sandbox?.tool ?? program)),
        arguments: Arguments(sandbox?.arguments ?? []),
        environment: marks.environment(limits, beside: sandbox?.environment),
        workingDirectory: .init(folder),
        platformOptions: platform,
        // The channel for events travels as standard input, the one descriptor that is free.
        input: .fileDescriptor(
          .init(rawValue: channels.events.writing),
          closeAfterSpawningProcess: true
        ),
        output: .fileDescriptor(
          .init(rawValue: channels.output.writing),
          closeAfterSpawningProcess: true
        ),
        error: .fileDescriptor(
          .init(rawValue: channels.error.writing),
          closeAfterSpawningProcess: true
        )
      ) { execution in
        isThere()
        let group = ProcessGroup(
          leader: execution.processIdentifier.value,
          run: marks.run,
          isInSandbox: isWrapped
        )
        #if os(Linux)
          let process = execution.processIdentifier.processDescriptor
        #else
          let process: Int32 = -1
        #endif
        let drain = ProgramDrain(
          output: channels.output.reading,
          error: channels.error.reading,
          events: channels.events.reading,
          process: process,
          waker: channels.waker.reading,
          group: group,
          limits: limits,
          service: service,
          key: marks.key,
          watching: watching
        )
        let drained = await withTaskCancellationHandler {
          await WaitingThreads.result { drain.run() }
        } onCancel: {
          _ = write(channels.waker.writing, "x", 1)
        }
        group.end()
        return drained
      }
    }
    let drained = result.closureResult
    guard isWrapped else {
      return ProgramRun(drained, marks.key, Ending(result.terminationStatus))
    }
    if let words = Sandbox.fault(in: drained) { throw SandboxFault.refused(words) }
    return ProgramRun(drained, marks.key, Ending(fromSandbox: result.terminationStatus, drained))
  }
}

extension ProgramRun {
  /// What came through the channels of a program that has ended.
  private init(_ drained: ProgramDrain.Drained, _ key: ChannelKey, _ ending: Ending) {
    self.init(
      events: drained.events,
      standardOutput: drained.standardOutput,
      standardError: drained.standardError,
      switches: drained.switches,
      key: key,
      ending: drained.ending ?? ending,
      files: drained.session.files,
      values: drained.session.values,
      mixed: drained.session.mixed,
      unordered: drained.session.unordered,
      ended: Event.now
    )
  }
}

/// What a run is told from all others by.
private struct Marks {
  /// What only the program's recorder knows.
  let key = ChannelKey.random
  /// Is in the environment of all processes of the run.
  let run = String((0..<32).compactMap { _ in "0123456789abcdef".randomElement() })

  /// - Parameter variables: the others; `nil` for those of this process.
  func environment(
    _ limits: ProgramRun.Limits,
    beside variables: [String: String]?
  ) -> Environment {
    let others = variables.map { Environment.only($0) } ?? .inherit
    return others.updating([
      .init(stringLiteral: RecorderSetup.channelVariable): "1",
      .init(stringLiteral: RecorderSetup.runVariable): run,
      .init(stringLiteral: RecorderSetup.memoryVariable): "\(limits.memory)",
      // The recorder tells where a trap is, in a fiftieth of the time.
      "SWIFT_BACKTRACE": "enable=no",
      // A set has the same order in each run.
      "SWIFT_DETERMINISTIC_HASHING": "1",
    ])
  }
}

/// The channels between this program and one that it runs.
private struct ProgramChannels {
  let output: DescriptorPair
  let error: DescriptorPair
  let events: DescriptorPair
  /// Ends the waiting for the others.
  let waker: DescriptorPair

  init() throws {
    output = try DescriptorPair()
    error = try DescriptorPair()
    events = try DescriptorPair(.bothWays)
    waker = try DescriptorPair()
  }

  /// Sends the key on ahead, which the recorder takes before a cell can.
  func send(_ key: ChannelKey) throws {
    guard
      key.bytes.withUnsafeBytes({ write(events.reading, $0.baseAddress, $0.count) })
        == ChannelKey.byteCount
    else { throw ProcessFault.noPipe }
  }

  /// Closes what the program has not got.
  func closeOwnEnds() {
    for end in [output.reading, error.reading, events.reading, waker.reading, waker.writing] {
      close(end)
    }
  }
}

extension ProgramRun.Ending {
  init(_ status: TerminationStatus) {
    switch status {
    case .exited(let code): self = .exited(Int32(code))
    case .signaled(let signal): self = .signalled(Int32(signal))
    }
  }

  /// - Parameters:
  ///   - status: that of the tool which makes the sandbox, and tells of a signal as a shell does.
  ///   - drained: what the program told, which a call of `exit` is part of.
  init(fromSandbox status: TerminationStatus, _ drained: ProgramDrain.Drained) {
    self.init(status)
    guard case .exited(let code) = self, (129...192).contains(code) else { return }
    let isExit = drained.events.contains {
      if case .trapped(Event.noSignal, _, _) = $0 { true } else { false }
    }
    if !isExit { self = .signalled(code - 128) }
  }
}
