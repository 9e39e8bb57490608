#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Decimal text as C's `printf` writes it, which rounds the exact binary value and breaks an exact
/// tie to the even digit.
enum PrintfText {
  /// `%.Nf`: at most 100 decimals, a negative number of them counts as none.
  static func fixed(_ value: Double, decimals: Int) -> String {
    text("%.*f", value, precision: decimals)
  }

  /// `%.Ne`: one digit, the decimals, and an exponent of at least two digits.
  static func scientific(_ value: Double, decimals: Int) -> String {
    text("%.*e", value, precision: decimals)
  }

  private static func text(_ format: String, _ value: Double, precision: Int) -> String {
    let arguments: [any CVarArg] = [CInt(max(0, min(precision, 100))), value]
    // The largest finite Double has 309 digits before the point; sign, point and the decimals follow.
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 512) { buffer in
      let length = withVaList(arguments) {
        vsnprintf(buffer.baseAddress, buffer.count, format, $0)
      }
      return String(
        decoding: buffer.prefix(max(0, Int(length))).lazy.map { UInt8(bitPattern: $0) },
        as: UTF8.self
      )
    }
  }
}
