/// The byte that each encoded value begins with.
///
/// Numbers of bytes and elements, and the magnitudes of integers, are written in base 128, the lowest
/// digits first; all but the last byte have their highest bit set.
enum BinaryTag: UInt8 {
  /// `nil`.
  case none
  /// An optional that holds a value which itself begins with `none` or `some`.
  case some
  case no, yes
  /// An integer from 0, by its magnitude.
  case natural
  /// An integer below 0, by the magnitude of its complement, so that -1 has 0.
  case negative
  /// The bits of a `Float`, and of a `Double`.
  case float, double
  /// A number of bytes, and UTF-8.
  case text
  /// A number of bytes, a number of elements, and the elements.
  case list
  /// A number of bytes, a number of entries, and for each entry the key, as a text without its tag,
  /// and the value. The keys are sorted by their bytes.
  case map
  /// A ``PackedKind``, a number of elements, and their bytes as they lie in memory.
  case packed
}
