import Files

/// What the processor at hand can do beyond what every processor of its kind can: the level of x86-64 that it
/// reaches, as the psABI defines them.
///
/// The libraries for notebooks are compiled for it. Their results are the same to the bit on each level, so that
/// pages do not depend on the machine; only their speed differs.
enum ProcessorLevel: String {
  /// What the compiler takes for granted.
  case common = ""
  /// With registers of four numbers, and products that are added in one step.
  case avx2 = "x86-64-v3"
  /// With 32 registers of eight numbers.
  case avx512 = "x86-64-v4"

  /// The level of this machine. Where the system does not tell it, the common one.
  static let own: ProcessorLevel = {
    #if os(Linux) && arch(x86_64)
      return WholeFile.text(of: "/proc/cpuinfo").map(Self.init(cpuinfo:)) ?? .common
    #else
      return .common
    #endif
  }()

  /// The level that all processors of a machine reach, which may be of several kinds.
  /// - Parameter cpuinfo: Linux' `/proc/cpuinfo`.
  init(cpuinfo: String) {
    let flags = cpuinfo.split(separator: "\n").filter { $0.hasPrefix("flags") }.map { line in
      Set(line.drop { $0 != ":" }.dropFirst().split(whereSeparator: \.isWhitespace))
    }
    guard let first = flags.first else {
      self = .common
      return
    }
    let common = flags.dropFirst().reduce(first) { $0.intersection($1) }
    let levels: [ProcessorLevel] = [.avx512, .avx2]
    self = levels.first { common.isSuperset(of: $0.flags) } ?? .common
  }

  private var flags: Set<Substring> {
    let avx2: Set<Substring> = [
      "avx", "avx2", "bmi1", "bmi2", "f16c", "fma", "abm", "movbe", "xsave",
    ]
    return switch self {
    case .common: []
    case .avx2: avx2
    case .avx512:
      avx2.union(["avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"])
    }
  }

  /// What the compiler is told of it.
  var compilerArguments: [String] {
    switch self {
    case .common: []
    case .avx2: ["-Xcc", "-march=\(rawValue)"]
    case .avx512: ["-Xcc", "-march=\(rawValue)", "-D", "WIDE_VECTORS"]
    }
  }
}
