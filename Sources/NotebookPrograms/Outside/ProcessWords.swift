/// The names by which code tells or changes what a process is besides its variables: its folder and its
/// files, its environment, its random numbers, its language, its limits.
enum ProcessWords {
  /// Stands for all of that among the names that code uses; no declaration can have this name.
  static let name = "the process"

  /// What a program can import without reaching any of that.
  static let harmlessModules: Set = [
    "LayerCalculus", "NotebookDisplay", "Observation", "Plotting", "RegexBuilder", "Swift",
    "Synchronization", "_Concurrency", "_Differentiation", "_StringProcessing",
  ]

  /// What may be imported besides, as all names of it are known or are taken for harmful.
  static let knownModules: Set = [
    "Dispatch", "Foundation", "FoundationEssentials", "FoundationInternationalization", "Glibc",
    "Musl", "Darwin",
  ]

  /// Names from outside that tell something of the process and change nothing in it.
  static let reading = words(
    """
    Calendar DateFormatter ISO8601DateFormatter Locale MeasurementFormatter NumberFormatter
    RelativeDateTimeFormatter TimeZone bytes contents ctime errno getegid geteuid getgid getpid getppid
    getrlimit getuid localtime strftime time
    """
  )

  /// Those that may tell in which folder it is, too.
  static let placed = words(
    "Bundle CommandLine NSString ProcessInfo URL getcwd getenv secure_getenv"
  )

  /// Members that tell something, whatever they belong to: Foundation adds them to texts and numbers.
  static let readingMembers: Set = [
    "formatted", "localizedCapitalized", "localizedCaseInsensitiveCompare",
    "localizedCompare", "localizedLowercase", "localizedStandardCompare",
    "localizedStringWithFormat",
    "localizedUppercase",
  ]

  /// The words before arguments by which a text is made in the way of a language.
  static let readingLabels: Set = ["format", "locale"]

  /// The words before arguments by which a text or bytes are read from a file.
  static let placedLabels: Set = ["contentsOf", "contentsOfFile"]

  /// Functions and members that change it, whatever a program declares by the same name: environment,
  /// folder, language, limits, permissions, random numbers.
  private static let changing = words(
    """
    clearenv putenv setenv unsetenv
    changeCurrentDirectoryPath chdir chroot fchdir
    setlocale tzset uselocale
    nice setpriority setrlimit
    umask
    initstate lcong48 seed48 setstate srand srand48 srandom
    """
  )

  /// Whether a name is known to change the process.
  static func isChanging(_ name: String) -> Bool { changing.contains(name) }

  /// Members that change something, whatever they belong to.
  static let changingMembers: Set = ["write"]

  /// Members that most code uses and that a module's extension has no reason to bear. All others may
  /// be a module's of which nothing is known.
  static let plainMembers = words(
    """
    abs append appending capitalized ceil compactMap compactMapValues components contains count
    description distance dot dropFirst dropLast elementsEqual endIndex enumerated exponent filter first
    firstIndex flatMap floor forEach formIndex formUnion hasPrefix hasSuffix hash index indices init insert
    intersection isEmpty isFinite isInfinite isMultiple isNaN joined keys last lastIndex lazy log lowercased
    magnitude map mapValues max merge merging min negate next partition pi popFirst popLast prefix quotientAndRemainder
    randomElement random reduce remove removeAll removeFirst removeLast removeValue replaceSubrange
    replacing replacingOccurrences reserveCapacity reverse reversed round rounded scan self shuffle shuffled
    sort sorted split squareRoot startIndex starts subtracting suffix sum swapAt symmetricDifference
    trimmingCharacters truncatingRemainder union unicodeScalars uppercased utf16 utf8 values zip
    """
  )

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
