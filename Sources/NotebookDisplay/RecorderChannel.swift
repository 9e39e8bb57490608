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
  /// The random text that nobody else knows.
  let nonce: String
  private let owner = getpid()
  /// What the three descriptors led to at first.
  private let targets: [DescriptorTarget?]

  /// The channel, or `nil` where the program was not started by the recorder's other end.
  init?() {
    guard let nonce = getenv(RecorderSetup.markerVariable) else { return nil }
    self.nonce = String(cString: nonce)
    // It is forgotten where the system still shows it, too.
    memset(nonce, 0, strlen(nonce))
    unsetenv(RecorderSetup.markerVariable)
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
    write(EventFrame.encode(event), to: events)
  }

  /// Marks the place in standard output and standard error.
  func mark(_ number: Int) {
    fflush(nil)
    let marker = RecorderSetup.marker(nonce, number)
    write(marker, to: output)
    write(marker, to: error)
  }

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
