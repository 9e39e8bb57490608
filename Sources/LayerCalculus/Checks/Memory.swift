#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension InvalidArgument {
  /// That a matrix fits the memory that there is. Asked before it is made, as a program without memory ends
  /// without a word.
  /// - Parameters:
  ///   - shape: the matrix' shape.
  ///   - other: what does the work without the matrix.
  static func requireMemory(
    for shape: Shape,
    insteadOf other: String
  ) throws(InvalidArgument) {
    let (bytes, overflows) = shape.dimensions.reduce((8, false)) { size, dimension in
      let (bytes, overflows) = size.0.multipliedReportingOverflow(by: dimension)
      return (bytes, size.1 || overflows)
    }
    guard !overflows, Memory.has(bytes) else { throw .noMemory(shape, insteadOf: other) }
  }
}

private enum Memory {
  /// What is not worth a question.
  private static let little = 1 << 26

  /// Whether so many bytes are there: in the machine, and within the program's own limit.
  static func has(_ bytes: Int) -> Bool {
    if bytes <= little { return true }
    let machine = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
    guard bytes < machine else { return false }
    // Not by 'malloc', which an optimizer leaves out where its room is given back unused.
    let room = mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0)
    guard room != UnsafeMutableRawPointer(bitPattern: -1) else { return false }
    munmap(room, bytes)
    return true
  }
}
