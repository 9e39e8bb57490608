#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Blocks that several threads take one after the other.
final class SharedBlocks {
  private let count: Int
  private let body: (Int) -> Void
  private let lock = Lock()
  private var next = 0

  init(count: Int, body: @escaping (Int) -> Void) {
    self.count = count
    self.body = body
  }

  func run() {
    while let block = take() { body(block) }
  }

  private func take() -> Int? {
    lock.holding {
      guard next < count else { return nil }
      next += 1
      return next - 1
    }
  }

  /// A thread that takes part; `nil` where there can be no more of them, and the others do its blocks.
  func start() -> pthread_t? {
    let own = Unmanaged.passRetained(self)
    #if canImport(Darwin)
      var thread: pthread_t?
      let status = pthread_create(&thread, nil, { Self.enter($0) }, own.toOpaque())
    #else
      var thread = pthread_t()
      let status = pthread_create(&thread, nil, { $0.flatMap(SharedBlocks.enter) }, own.toOpaque())
    #endif
    guard status == 0 else {
      own.release()
      return nil
    }
    return thread
  }

  private static func enter(_ pointer: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<SharedBlocks>.fromOpaque(pointer).takeRetainedValue().run()
    return nil
  }
}
