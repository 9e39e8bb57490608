import Foundation
import Synchronization

/// Ctrl-C and its kin: they end the program at once, whatever it is doing, and leave nothing.
///
/// 1. The signal's handler, which may do very little, wakes a thread that has nothing else to do.
/// 2. From then on nothing begins that would have to be undone (``UnbrokenStep``), and nothing that is
///    found out is written or told: it may come of what follows.
/// 3. All processes that were started are killed.
/// 4. All that must not be left is removed (``Leftovers``).
/// 5. The signal is raised again and ends the program as if nobody had looked.
package enum EndingSignals {
  private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU, SIGPIPE]
  /// How long there may be anything that cannot be ended or does not come to its end.
  private static let patience = Duration.seconds(5)

  /// What the handler writes to. It is set once, before a handler is installed.
  nonisolated(unsafe) private static var waker: Int32 = -1
  /// The exit status where no signal ends the program.
  private static let status = Mutex<Int32>(0)

  /// Heeds signals from now on.
  package static func heed() {
    Descendants.noteInherited()
    Descendants.adoptOrphans()
    var ends: [Int32] = [-1, -1]
    // Without it a signal ends the program as it ends any other.
    guard pipe(&ends) == 0 else { return }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
    waker = ends[1]
    let thread = Thread { [reading = ends[0]] in wait(on: reading) }
    thread.name = "Signals"
    thread.start()
    for number in signals { install(number) }
  }

  /// Ends the program with an exit status, as a signal would. This returns, and what is done after it
  /// counts for nothing.
  package static func end(with status: Int32) {
    Leftovers.beginEnding()
    self.status.withLock { $0 = status }
    wake(with: 0)
  }

  /// Never returns where the program is being ended: what became of its work is not to be told.
  package static func waitIfEnding() {
    guard Leftovers.isEnding else { return }
    while true { pause() }
  }

  private static func install(_ number: Int32) {
    var action = sigaction()
    sigaction(number, nil, &action)
    let isIgnored = isIgnored(action)
    // What was ignored from the start, as `nohup` has it, stays ignored. But a broken pipe must be
    // ignored by a handler: nothing else is kept from the programs that cells are.
    guard !isIgnored || number == SIGPIPE else { return }
    action = sigaction()
    let handler = isIgnored ? unheard : heard
    #if canImport(Darwin)
      action.__sigaction_u.__sa_sigaction = handler
    #else
      action.__sigaction_handler.sa_sigaction = handler
    #endif
    action.sa_flags = SA_SIGINFO | SA_RESTART
    sigaction(number, &action, nil)
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    #if canImport(Darwin)
      let handler = action.__sigaction_u.__sa_handler
    #else
      let handler = action.__sigaction_handler.sa_handler
    #endif
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private typealias Handler =
    @convention(c) (Int32, UnsafeMutablePointer<siginfo_t>?, UnsafeMutableRawPointer?) -> Void

  private static let unheard: Handler = { _, _, _ in }

  private static let heard: Handler = { number, information, _ in
    // Whoever writes to a pipe that nobody reads is told so by the call.
    if number == SIGPIPE, let information, EndingSignals.sender(information) == getpid() { return }
    EndingSignals.wake(with: UInt8(truncatingIfNeeded: number))
  }

  private static func sender(_ information: UnsafeMutablePointer<siginfo_t>) -> pid_t {
    #if canImport(Darwin)
      information.pointee.si_pid
    #elseif canImport(Musl)
      information.pointee.__si_fields.__si_common.__first.__piduid.si_pid
    #else
      information.pointee._sifields._kill.si_pid
    #endif
  }

  private static func wake(with number: UInt8) {
    let before = errno
    var number = number
    _ = write(waker, &number, 1)
    errno = before
  }

  private static func wait(on descriptor: Int32) {
    var number: UInt8 = 0
    while read(descriptor, &number, 1) != 1 {}
    leaveNothing()
    if number == 0 { _exit(status.withLock { $0 }) }
    raiseAgain(Int32(number))
  }

  private static func leaveNothing() {
    Leftovers.beginEnding()
    endProcesses()
    Leftovers.removeAll()
  }

  /// Ends all processes that were started, and that these started, when the work is done or given up.
  package static func endProcesses() {
    let deadline = ContinuousClock.now + patience
    // A step may be starting a process, so until there is neither.
    while true {
      let hasSteps = Leftovers.hasSteps
      if Descendants.end(), !hasSteps { break }
      if ContinuousClock.now > deadline { break }
      usleep(1000)
    }
  }

  private static func raiseAgain(_ number: Int32) -> Never {
    signal(number, SIG_DFL)
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, number)
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
    kill(getpid(), number)
    // Nothing ends the first process of a container by default.
    usleep(200_000)
    _exit(128 + number)
  }
}
