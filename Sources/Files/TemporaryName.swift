import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Names for files that are being written, which no other writer on any machine uses.
package enum TemporaryName {
  private static let suffix = ".part"
  private static let count = Atomic(0)

  /// The machine's name, with other signs than letters and digits left out.
  private static let host: String = {
    var letters = [CChar](repeating: 0, count: 256)
    guard gethostname(&letters, letters.count - 1) == 0 else { return "" }
    let isKept = { (sign: UInt8) in
      let character = Character(Unicode.Scalar(sign))
      return sign < 128 && (character.isLetter || character.isNumber)
    }
    return String(
      decoding: letters.map { UInt8(bitPattern: $0) }.prefix { $0 != 0 }.filter(isKept).prefix(32),
      as: UTF8.self
    )
  }()

  /// Machine, process, count and a random number, as a process's number comes again in containers
  /// and after a restart.
  package static func next() -> String {
    let number = count.add(1, ordering: .relaxed).newValue
    let random = String(UInt64.random(in: 0...UInt64.max), radix: 16)
    return "\(host)-\(getpid())-\(number)-\(random)\(suffix)"
  }

  package static func isOne(_ name: String) -> Bool { name.hasSuffix(suffix) }
}
