#if os(Linux)
  import Mimalloc
#endif

/// Where the memory of the program comes from.
///
/// A page is made of very many small values, on threads other than the first. There the C library of
/// Linux grows its heap by a few pages at a time, and searches it for what was freed, which takes a fifth
/// of the time for a long text. Mimalloc takes its place: it is loaded before that library, so each call
/// of `malloc`, whoever makes it, is a call of Mimalloc's.
enum Allocator {
  /// Sees to it that the linker keeps the library, which nothing else names.
  static func begin() {
    #if os(Linux)
      _ = mi_version()
    #endif
  }
}
