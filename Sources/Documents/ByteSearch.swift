#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension ArraySlice<UInt8> {
  /// Where a pattern stands first; `nil` where it is empty or stands nowhere.
  package func range(of pattern: [UInt8]) -> Range<Int>? {
    guard let first = pattern.first, count >= pattern.count else { return nil }
    return withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return nil }
      var at = 0
      while at <= bytes.count - pattern.count,
        let found = memchr(base + at, Int32(first), bytes.count - at - pattern.count + 1)
      {
        at = UnsafeRawPointer(found) - base
        if memcmp(found, pattern, pattern.count) == 0 {
          return startIndex + at..<startIndex + at + pattern.count
        }
        at += 1
      }
      return nil
    }
  }
}

extension Collection<UInt8> {
  /// Whether an ASCII text stands somewhere in these bytes.
  @inlinable
  package func contains(text: String) -> Bool {
    guard let first = text.utf8.first else { return true }
    var rest = self[...]
    while let found = rest.firstIndex(of: first) {
      if rest[found...].starts(with: text.utf8) { return true }
      rest = rest[index(after: found)...]
    }
    return false
  }

  /// Whether an ASCII text in small letters stands somewhere in these bytes, in capital or small ones.
  @inlinable
  package func containsIgnoringCase(_ text: String) -> Bool {
    let pattern = Array(text.utf8)
    guard let first = pattern.first else { return true }
    var at = startIndex
    while let found = self[at...].firstIndex(where: { $0.asciiLowercased == first }) {
      if startsIgnoringCase(pattern, at: found) { return true }
      at = index(after: found)
    }
    return false
  }

  /// Whether an ASCII text in small letters stands at an index, in capital or small ones.
  @inlinable
  package func startsIgnoringCase(_ pattern: [UInt8], at start: Index) -> Bool {
    var at = start
    for byte in pattern {
      guard at != endIndex, self[at].asciiLowercased == byte else { return false }
      at = index(after: at)
    }
    return true
  }
}
