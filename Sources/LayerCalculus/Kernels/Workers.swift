#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The threads that a kernel's work is shared among.
///
/// What a block computes does not depend on the thread that takes it, nor on how many there are: the results
/// have the same bits on one core and on many.
enum Workers {
  /// As many as there are processors, or what `LECTERN_THREADS` says.
  static let available: Int = {
    let wanted = getenv("LECTERN_THREADS").flatMap { Int(String(cString: $0)) }
    return Swift.max(1, wanted ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }()

  /// How many threads some work is worth. To start and to end one takes some 40 µs, in which 400,000 numbers are read.
  /// - Parameter cost: the work, in the time that it takes to read a number from the cache.
  static func count(for cost: Int) -> Int {
    Swift.max(1, Swift.min(available, cost / 1_000_000))
  }

  /// Does all blocks of some work, each once, in any order.
  /// - Parameters:
  ///   - blocks: how many there are.
  ///   - threads: how many work on them, this one included.
  ///   - body: does one of them; may be called from several threads at a time.
  static func perform(_ blocks: Int, threads: Int, _ body: (Int) -> Void) {
    let helpers = Swift.min(threads, blocks) - 1
    guard helpers > 0 else {
      for block in 0..<blocks { body(block) }
      return
    }
    withoutActuallyEscaping(body) { body in
      let work = SharedBlocks(count: blocks, body: body)
      let threads = (0..<helpers).compactMap { _ in work.start() }
      work.run()
      for thread in threads { pthread_join(thread, nil) }
    }
  }

  /// Shares a range among threads in parts, where its elements do not depend on one another.
  /// - Parameters:
  ///   - count: the range is `0..<count`.
  ///   - body: does a part of it.
  static func performRanges(_ count: Int, threads: Int, _ body: (Range<Int>) -> Void) {
    guard threads > 1 else { return body(0..<count) }
    // More parts than threads, for one that is kept from working.
    let parts = Swift.min(count, 4 * threads)
    perform(parts, threads: threads) { part in
      body(count * part / parts..<count * (part + 1) / parts)
    }
  }

  /// The same, by as many threads as the work is worth.
  /// - Parameter cost: what an element takes, in the time to read a number from memory.
  static func performRanges(_ count: Int, cost: Int, _ body: (Range<Int>) -> Void) {
    performRanges(count, threads: self.count(for: count * cost), body)
  }
}
