#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The limits that a program sets for itself, because only it can do so before a cell runs.
enum RecorderLimits {
  static func apply() {
    // Crashes are expected here, and nobody would look at the core file.
    set(RLIMIT_CORE, to: 0)
    // The kernel then refuses the allocation that goes too far, so that the failure is at the very
    // statement; watching the memory from outside would come too late.
    if let text = getenv(RecorderSetup.memoryVariable), let limit = rlim_t(String(cString: text)) {
      set(RLIMIT_AS, to: limit)
    }
    unsetenv(RecorderSetup.memoryVariable)
    setvbuf(RecorderSignals.standardOutput, nil, _IOLBF, 0)
  }

  #if canImport(Glibc)
    private static func set(_ resource: __rlimit_resource, to limit: rlim_t) {
      var limits = rlimit(rlim_cur: limit, rlim_max: limit)
      setrlimit(Int32(resource.rawValue), &limits)
    }
  #else
    private static func set(_ resource: Int32, to limit: rlim_t) {
      var limits = rlimit(rlim_cur: limit, rlim_max: limit)
      setrlimit(resource, &limits)
    }
  #endif
}
