#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Ends the program, and what it started, when the process that started it is gone.
///
/// That process ends its programs itself, save when it is killed. Then nobody listens any more, and
/// nobody would end a cell that runs for ever.
enum RecorderWatch {
  /// Begins to watch.
  /// - Parameter channel: this end of a pipe whose other end only the listener has.
  static func begin(_ channel: Int32) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    pthread_attr_setstacksize(&attributes, 1 << 16)
    // The program's signals are for its own threads.
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    #if canImport(Glibc)
      var thread = pthread_t()
    #else
      var thread: pthread_t?
    #endif
    pthread_create(
      &thread,
      &attributes,
      { channel in
        RecorderWatch.wait(Int32(Int(bitPattern: channel)))
        return nil
      },
      UnsafeMutableRawPointer(bitPattern: Int(channel))
    )
  }

  private static func wait(_ channel: Int32) {
    // An end is told of without being asked for; a cell may have closed the channel.
    var polled = pollfd(fd: channel, events: 0, revents: 0)
    while poll(&polled, 1, -1) < 0 {}
    guard Int32(polled.revents) & (POLLERR | POLLHUP) != 0 else { return }
    if getpgrp() == getpid() { kill(0, SIGKILL) }
    kill(getpid(), SIGKILL)
  }
}
