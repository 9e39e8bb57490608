#if os(Linux)
  import Glibc
  import Mimalloc
#endif

/// Where the memory of the program comes from.
///
/// A page is made of very many small values, on threads other than the first. There the C library of
/// Linux grows its heap by a few pages at a time, and searches it for what was freed, which takes a fifth
/// of the time for a long text. Mimalloc takes its place: it is loaded before that library, so each call
/// of `malloc`, whoever makes it, is a call of Mimalloc's.
enum Allocator {
  /// Gives Mimalloc memory in pages of two megabytes, where the system has such.
  ///
  /// A long text fills sixty thousand of the small ones, and to be given each when it is first touched
  /// takes a tenth of the time. Memory that is not touched is none; where there is no more of this, or the
  /// system has other rules, Mimalloc asks the system for small pages as before.
  static func begin() {
    #if os(Linux)
      let size = 192 << 20
      let alignment = 64 << 20
      let flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE
      guard let region = mmap(nil, size + alignment, PROT_READ | PROT_WRITE, flags, -1, 0),
        region != MAP_FAILED
      else { return }
      let place = UInt(bitPattern: region)
      let start = region + Int((UInt(alignment) - place % UInt(alignment)) % UInt(alignment))
      madvise(start, size, MADV_HUGEPAGE)
      _ = mi_manage_os_memory(start, size, true, false, true, -1)
    #endif
  }
}
