#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The way to the process that started this program: the channel for events and replies, and copies of
/// standard output and error that stay open whatever a cell does to its own.
struct RecorderChannel {
  private let events: Int32
  private let output: Int32
  private let error: Int32
  /// What the other end knows this one by.
  let seal: FrameSeal
  private let owner = getpid()
  /// What the three descriptors led to at first.
  private let targets: [DescriptorTarget?]

  /// The channel, or `nil` where the program was not started by the recorder's other end.
  init?() {
    guard getenv(RecorderSetup.channelVariable) != nil else { return nil }
    unsetenv(RecorderSetup.channelVariable)
    guard let key = Self.key(from: STDIN_FILENO), let seal = FrameSeal(key) else { return nil }
    self.seal = seal
    events = Self.copy(of: STDIN_FILENO)
    output = Self.copy(of: STDOUT_FILENO)
    error = Self.copy(of: STDERR_FILENO)
    targets = [events, output, error].map(DescriptorTarget.init)
    let nothing = open("/dev/null", O_RDONLY)
    if nothing > STDIN_FILENO {
      dup2(nothing, STDIN_FILENO)
      close(nothing)
    }
  }

  var eventDescriptor: Int32 { events }

  /// Whether this is the process that was started, and not a copy that a cell made of it.
  var isOwn: Bool { getpid() == owner }

  func send(_ event: Event) {
    // Past this point nothing could be told any more, and nobody would know.
    if [events, output, error].map(DescriptorTarget.init) != targets {
      fflush(nil)
      _exit(RecorderSetup.lostStatus)
    }
    write(SealedFrame.encode(event, code: seal.next), to: events)
  }

  /// Marks the place in standard output and standard error.
  func mark(_ number: Int) {
    fflush(nil)
    let marker = seal.marker(number)
    write(marker, to: output)
    write(marker, to: error)
  }

  /// The key, which the other end sends first of all.
  private static func key(from socket: Int32) -> ChannelKey? {
    var bytes = [UInt8](repeating: 0, count: ChannelKey.byteCount)
    defer { bytes.withUnsafeMutableBytes { _ = $0.initializeMemory(as: UInt8.self, repeating: 0) } }
    let count = bytes.withUnsafeMutableBytes {
      recv(socket, $0.baseAddress, $0.count, wholeMessage)
    }
    return count == bytes.count ? ChannelKey(bytes) : nil
  }

  #if canImport(Darwin)
    private static let wholeMessage = MSG_WAITALL
  #else
    private static let wholeMessage = Int32(truncatingIfNeeded: MSG_WAITALL)
  #endif

  /// A copy with a number so high that a cell which counts descriptors from 3 finds them as it
  /// expects, and that is not inherited by programs that a cell starts.
  private static func copy(of descriptor: Int32) -> Int32 {
    // Where few files may be open, there may be no such number.
    for lowest: Int32 in [200, 100, 50, 25, 10, 3] {
      let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, lowest)
      if copy >= 0 { return copy }
    }
    return -1
  }

  func write(_ bytes: [UInt8], to descriptor: Int32) {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        #if canImport(Darwin)
          let count = Darwin.write(
            descriptor,
            UnsafeRawBufferPointer(rebasing: rest).baseAddress,
            rest.count
          )
        #elseif canImport(Musl)
          let count = Musl.write(
            descriptor,
            UnsafeRawBufferPointer(rebasing: rest).baseAddress,
            rest.count
          )
        #else
          let count = Glibc.write(
            descriptor,
            UnsafeRawBufferPointer(rebasing: rest).baseAddress,
            rest.count
          )
        #endif
        if count < 0 {
          if errno == EINTR { continue }
          return
        }
        rest = rest.dropFirst(count)
      }
    }
  }
}
