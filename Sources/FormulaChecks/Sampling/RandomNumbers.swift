/// Numbers that look random and are always the same for the same seed, after G. L. Steele, D. Lea and
/// C. H. Flood, 2014.
struct RandomNumbers: RandomNumberGenerator {
  private var state: UInt64

  /// - Parameters:
  ///   - text: what the numbers are for, so that those of one letter do not depend on other letters.
  ///   - number: the number of the sample.
  init(for text: String, _ number: Int) {
    // The hash of G. Fowler, L. C. Noll and K.-P. Vo is the same in every run.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    state = hash &+ UInt64(bitPattern: Int64(number)) &* 0x9e37_79b9_7f4a_7c15
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
