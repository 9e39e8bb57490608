#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#elseif canImport(Darwin)
  @preconcurrency import Darwin
#endif

/// Keeps what a program printed and tells where it was when a fatal signal, or a call of `exit`, ends it.
///
/// A handler may do very little: everything that it uses is set up beforehand.
enum RecorderSignals {
  private typealias Backtrace = @convention(c) (UnsafeMutablePointer<UInt>, Int32) -> Int32
  private typealias AddressLookup =
    @convention(c) (UnsafeRawPointer, UnsafeMutableRawPointer) -> Int32

  /// What the handlers use. It is written once, before a handler is installed.
  private struct State {
    var channel: Int32
    var seal: FrameSeal
    var loadAddress: UInt = 0
    var backtrace: Backtrace?
    var firstThread = pthread_self()
    var owner = getpid()
    /// Whether the program has come to its own end.
    var isOver = false
    var addresses: UnsafeMutablePointer<UInt>
    var frame: UnsafeMutableRawPointer
  }

  private static let depth = 96
  nonisolated(unsafe) private static var state: UnsafeMutablePointer<State>?

  static var standardOutput: UnsafeMutablePointer<FILE>? { stdout }

  static func install(channel: Int32, _ seal: FrameSeal) {
    let state = UnsafeMutablePointer<State>.allocate(capacity: 1)
    state.initialize(
      to: State(
        channel: channel,
        seal: seal,
        addresses: .allocate(capacity: depth),
        frame: .allocate(byteCount: 24 + 8 * depth, alignment: 8)
      )
    )
    // Both C functions are in the library, but not in the module map that Swift sees.
    let program = dlopen(nil, RTLD_NOW)
    if let symbol = dlsym(program, "backtrace") {
      state.pointee.backtrace = unsafeBitCast(symbol, to: Backtrace.self)
    }
    if let symbol = dlsym(program, "dladdr") {
      let dladdr = unsafeBitCast(symbol, to: AddressLookup.self)
      // What is found: the file's name, its load address, the symbol's name, its address.
      var image: (UInt, UInt, UInt, UInt) = (0, 0, 0, 0)
      if dladdr(unsafeBitCast(trapped, to: UnsafeRawPointer.self), &image) != 0 {
        state.pointee.loadAddress = image.1
      }
    }
    self.state = state

    // A stack of its own, for the handler must run when the program's stack is used up.
    let size = 256 * 1024
    var stack = stack_t()
    stack.ss_sp = .allocate(byteCount: size, alignment: 16)
    stack.ss_size = size
    sigaltstack(&stack, nil)
    for signal in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGSYS] {
      handle(signal, with: trapped)
    }
    handle(SIGTERM, with: ended)
    atexit(exited)
    #if !canImport(Darwin)
      at_quick_exit(exited)
    #endif
  }

  /// From now on the program may be ended.
  static func noteEnd() { state?.pointee.isOver = true }

  private static func handle(
    _ signal: Int32,
    with handler: @escaping @convention(c) (Int32) -> Void
  ) {
    var action = sigaction()
    #if canImport(Darwin)
      action.__sigaction_u.__sa_handler = handler
    #else
      action.__sigaction_handler.sa_handler = handler
    #endif
    // Reset, so that the signal, raised again, ends the program as if nobody had looked.
    action.sa_flags = Int32(SA_ONSTACK) | Int32(bitPattern: UInt32(SA_RESETHAND))
    sigaction(signal, &action, nil)
  }

  private static let trapped: @convention(c) (Int32) -> Void = { signal in
    RecorderSignals.reportTrap(signal)
    RecorderSignals.flush()
    raise(signal)
  }

  private static let ended: @convention(c) (Int32) -> Void = { signal in
    RecorderSignals.flush()
    raise(signal)
  }

  private static let exited: @convention(c) () -> Void = {
    guard let state = RecorderSignals.state, !state.pointee.isOver else { return }
    RecorderSignals.reportTrap(Event.noSignal)
  }

  /// Half a line may wait in the buffer. A lock that is held means that the stream is in use, and
  /// waiting for it here could be for ever.
  private static func flush() {
    guard let stdout, ftrylockfile(stdout) == 0 else { return }
    fflush(stdout)
    funlockfile(stdout)
  }

  /// The frame of ``Event/trapped(signal:frames:)``, put together without allocating memory.
  private static func reportTrap(_ signal: Int32) {
    // A copy of this process, which a cell made, has nothing to tell.
    guard let state, state.pointee.owner == getpid() else { return }
    let found = state.pointee.backtrace?(state.pointee.addresses, Int32(depth)) ?? 0
    let frame = state.pointee.frame
    let content = 1 + 4 + 1 + 8 * Int(found)
    frame.storeBytes(of: UInt32(content).littleEndian, as: UInt32.self)
    frame.storeBytes(of: EventFrame.Kind.trapped.rawValue, toByteOffset: 4, as: UInt8.self)
    frame.storeBytes(
      of: UInt32(bitPattern: signal).littleEndian,
      toByteOffset: 5,
      as: UInt32.self
    )
    let isFirstThread = pthread_equal(pthread_self(), state.pointee.firstThread) != 0
    frame.storeBytes(of: isFirstThread ? 1 : 0, toByteOffset: 9, as: UInt8.self)
    var index = 0
    while index < Int(found) {
      let address = state.pointee.addresses[index] &- state.pointee.loadAddress
      frame.storeBytes(
        of: UInt64(address).littleEndian,
        toByteOffset: 10 + 8 * index,
        as: UInt64.self
      )
      index += 1
    }
    let code = state.pointee.seal.lastWords(
      UnsafeRawBufferPointer(start: frame + EventFrame.headerSize, count: content)
    )
    frame.storeBytes(
      of: code.littleEndian,
      toByteOffset: EventFrame.headerSize + content,
      as: UInt64.self
    )
    _ = write(state.pointee.channel, frame, EventFrame.headerSize + content + SealedFrame.codeSize)
  }
}
