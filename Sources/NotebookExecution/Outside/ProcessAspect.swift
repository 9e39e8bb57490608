/// Something about a process that its code can change by one name and tell by another.
enum ProcessAspect: CaseIterable {
  case environment, folder, language, limits, permissions, randomNumbers

  /// The functions and members that change it.
  var changing: Set<String> {
    switch self {
    case .environment: ["clearenv", "putenv", "setenv", "unsetenv"]
    case .folder: ["changeCurrentDirectoryPath", "chdir", "chroot", "fchdir"]
    case .language: ["setlocale", "uselocale", "tzset"]
    case .limits: ["setrlimit", "setpriority", "nice"]
    case .permissions: ["umask"]
    case .randomNumbers:
      ["initstate", "lcong48", "seed48", "setstate", "srand", "srand48", "srandom"]
    }
  }

  /// The names by which code may tell it.
  var telling: Set<String> {
    switch self {
    case .environment: ["ProcessInfo", "getenv", "secure_getenv", "environ"]
    case .folder:
      [
        "Bundle", "Data", "FileHandle", "FileManager", "URL", "bytes", "contents", "contentsOf",
        "contentsOfFile", "fopen", "getcwd", "open", "opendir", "realpath", "stat",
      ]
    case .language: ["format", "formatted", "localeconv", "setlocale", "snprintf", "strftime"]
    case .limits: ["getrlimit", "getpriority"]
    case .permissions: ["FileManager", "creat", "fopen", "mkdir", "open", "umask", "write"]
    case .randomNumbers:
      [
        "drand48", "erand48", "jrand48", "lrand48", "mrand48", "nrand48", "rand", "rand_r",
        "random",
      ]
    }
  }
}

extension ProcessWords {
  private static let changing = ProcessAspect.allCases.reduce(into: Set<String>()) {
    $0.formUnion($1.changing)
  }

  /// Whether a name is known to change the process.
  static func isChanging(_ name: String) -> Bool { changing.contains(name) }
}
