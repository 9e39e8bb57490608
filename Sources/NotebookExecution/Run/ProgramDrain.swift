import Foundation
import NotebookDisplay
import Processes

/// Reads everything that a running program prints and tells, all pipes at once, and answers what it
/// asks for, until it ends or passes a limit.
struct ProgramDrain: Sendable {
  let output: Int32
  let error: Int32
  let events: Int32
  /// Readable when the process has ended; -1 where the system has no such descriptor.
  let process: Int32
  /// Readable when the run is to be given up.
  let waker: Int32
  let group: ProcessGroup
  let limits: ProgramRun.Limits
  let service: RequestService
  /// What the recorder's frames and markers are known by.
  let key: ChannelKey
  let watching: @Sendable (Event) -> Void

  /// What was read, and the ending where it is not the program's own.
  struct Drained: Sendable {
    var events: [Event] = []
    var standardOutput: [UInt8] = []
    var standardError: [UInt8] = []
    /// How much of both had been printed each time that standard error was about to be written to.
    var switches: [PrintedOrder.Place] = []
    var ending: ProgramRun.Ending?
    var session = RequestService.Session()
    fileprivate var decoder: EventDecoder
    fileprivate var received = 0
    /// Whether something came that the recorder did not send.
    fileprivate var isGarbled = false
    fileprivate var replies = ReplyQueue()
    fileprivate var notices: ErrorNotices?
    /// How many events there were that cut the output.
    fileprivate var cuts = 0
    fileprivate var outputSpan = PrintedSpan()
    fileprivate var errorSpan = PrintedSpan()

    fileprivate init(_ key: ChannelKey) { decoder = EventDecoder(key: key) }

    /// How much was printed and shown.
    fileprivate var count: Int { received - decoder.requestBytes }
  }

  /// How often it is looked at what a program and those that it started use.
  private static let look = Duration.milliseconds(50)

  /// How long a program that is told to end, or that has trapped, may take to write out the rest.
  private static let grace = Duration.milliseconds(500)

  func run() -> Drained {
    var drained = Drained(key)
    defer { if let notices = drained.notices { close(notices.descriptor) } }
    var open = [output, error, events]
    var deadline = ContinuousClock.now + max(limits.time - limits.spent, .milliseconds(1))
    var nextLook = ContinuousClock.now + Self.look
    while true {
      var polled = (open + [process, waker, drained.notices?.descriptor ?? -1]).map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
      if !drained.replies.isEmpty { polled[2].events |= Int16(POLLOUT) }
      let wait = Self.milliseconds(until: min(deadline, nextLook))
      let ready = poll(&polled, nfds_t(polled.count), wait)
      if ready < 0 { continue }
      if polled[4].revents != 0 {
        drained.ending = .cancelled
        break
      }
      if .now >= nextLook {
        if drained.ending == nil, let passed = passedTogether {
          drained.ending = .passed(passed)
          break
        }
        nextLook = .now + Self.look
      }
      if ready == 0, .now >= deadline {
        // The first time it is told to end, so that what it printed is not lost; then it must.
        guard drained.ending == nil else { break }
        drained.ending = .passed(.time)
        group.askToEnd()
        deadline = .now + Self.grace
        continue
      }
      if polled[2].revents & Int16(POLLOUT) != 0 { drained.replies.write(to: events) }
      for index in open.indices where polled[index].revents & ~Int16(POLLOUT) != 0 {
        if !read(index, from: open[index], into: &drained) { open[index] = -1 }
      }
      // Last, as it empties the pipes that were to be read.
      if polled[5].revents != 0 {
        takeNotice(&drained, isLast: polled[5].revents & Int16(POLLIN) == 0)
      }
      if drained.count > limits.output {
        drained.ending = drained.ending ?? .passed(.output)
        break
      }
      if drained.isGarbled {
        drained.ending = drained.ending ?? .garbled
        break
      }
      if case .trapped(let signal, _, _) = drained.events.last, signal != Event.noSignal {
        deadline = min(deadline, .now + .seconds(2))
      }
      if polled[3].revents != 0 {
        // What it wrote before it ended is all in the pipes now.
        for index in open.indices where open[index] >= 0 {
          while read(index, from: open[index], into: &drained), drained.count <= limits.output {}
        }
        break
      }
      if process < 0, open.allSatisfy({ $0 < 0 }) { break }
    }
    // It may have ended before it was heard.
    if drained.isGarbled { drained.ending = drained.ending ?? .garbled }
    group.signal(SIGKILL)
    return drained
  }

  /// The limit that a program and all that it started have passed together.
  private var passedTogether: ProgramRun.Limit? {
    let members = ProcessTree(of: group.leader).members(most: limits.processes)
    if members.count > limits.processes { return .processes }
    // Each by itself is held to it by the system.
    guard members.count > 1 else { return nil }
    return ProcessTree.memory(of: members, most: limits.memory) > limits.memory ? .memory : nil
  }

  /// Reads one chunk; false at the end, and where nothing is left for now.
  private func read(_ stream: Int, from descriptor: Int32, into drained: inout Drained) -> Bool {
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { buffer in
      let count =
        descriptor == events
        ? EventSocket.read(descriptor, into: buffer) { take(listener: $0, &drained) }
        : Foundation.read(descriptor, buffer.baseAddress, buffer.count)
      guard count > 0 else { return count < 0 && errno == EINTR }
      let chunk = buffer[..<count]
      drained.received += count
      switch stream {
      case 0: drained.standardOutput.append(contentsOf: chunk)
      case 1: drained.standardError.append(contentsOf: chunk)
      default:
        for event in drained.decoder.decode(chunk) { take(event, &drained) }
        if drained.decoder.isBroken { drained.isGarbled = true }
      }
      return true
    }
  }

  private func take(_ event: Event, _ drained: inout Drained) {
    if case .request(let request) = event {
      if let reply = service.answer(request, &drained.session) {
        drained.replies.append(reply)
        drained.replies.write(to: events)
      }
      return
    }
    drained.events.append(event)
    watching(event)
    if event.cutsOutput { drained.cuts += 1 }
    if case .storedBegan(let number) = event {
      readPrinted(&drained)
      let cut = drained.cuts
      drained.outputSpan.begin(number, cut: cut, in: drained.standardOutput, key: key)
      drained.errorSpan.begin(number, cut: cut, in: drained.standardError, key: key)
    }
    var printed: (output: [UInt8], error: [UInt8]) = ([], [])
    if case .storedEnded(let number) = event {
      readPrinted(&drained)
      let cut = drained.cuts
      printed = (
        drained.outputSpan.end(number, cut: cut, in: drained.standardOutput, key: key),
        drained.errorSpan.end(number, cut: cut, in: drained.standardError, key: key)
      )
    }
    service.note(event, &drained.session, printed: printed)
  }

  /// The recorder hands over one, before a cell runs; what a cell sends is not heard.
  private func take(listener descriptor: Int32, _ drained: inout Drained) {
    if drained.notices == nil, drained.events.isEmpty {
      drained.notices = ErrorNotices(descriptor: descriptor)
    } else {
      close(descriptor)
    }
  }

  /// What is in the pipes was printed before what is about to be written to standard error.
  private func takeNotice(_ drained: inout Drained, isLast: Bool) {
    guard let notices = drained.notices else { return }
    if isLast {
      close(notices.descriptor)
      drained.notices = nil
      return
    }
    notices.answerNext {
      readPrinted(&drained)
      let place = PrintedOrder.Place(
        output: drained.standardOutput.count,
        error: drained.standardError.count
      )
      if drained.switches.last?.output != place.output { drained.switches.append(place) }
    }
  }

  /// Reads all that was printed before an event that cuts the output: it is in the pipes by then.
  private func readPrinted(_ drained: inout Drained) {
    for (stream, descriptor) in [output, error].enumerated() {
      while read(stream, from: descriptor, into: &drained), drained.count <= limits.output {}
    }
  }

  private static func milliseconds(until deadline: ContinuousClock.Instant) -> Int32 {
    let rest = deadline - .now
    let (seconds, attoseconds) = rest.components
    guard seconds < 1_000_000 else { return Int32.max }
    return Int32(max(0, seconds * 1000 + attoseconds / 1_000_000_000_000_000 + 1))
  }
}
