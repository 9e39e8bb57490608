import Foundation

/// The same addresses in each run, as far as the system grants that.
///
/// A hash of an object's identity or of a type comes of an address, and so does the order of a set of
/// them. What is shown must not differ from run to run.
public enum SteadyAddresses {
  /// Asks the system to load programs that this one starts at the same addresses each time. It holds
  /// for threads that are begun later, so it is called first of all.
  ///
  /// Some containers refuse; then only hashes that come of no address are the same.
  public static func begin() {
    #if os(Linux)
      typealias Personality = @convention(c) (UInt) -> Int32
      guard let symbol = dlsym(dlopen(nil, RTLD_NOW), "personality") else { return }
      let personality = unsafeBitCast(symbol, to: Personality.self)
      let current = personality(asking)
      guard current >= 0 else { return }
      _ = personality(UInt(current) | steady)
    #endif
  }

  /// Asks for what holds, without a change.
  private static let asking: UInt = 0xffff_ffff
  /// `ADDR_NO_RANDOMIZE`
  private static let steady: UInt = 0x0040000
}
