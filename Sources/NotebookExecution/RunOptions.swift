/// How notebooks are compiled and run.
public struct RunOptions: Sendable {
  /// How long one notebook's program may run.
  public var timeout: Duration
  /// How long a program may compile.
  public var compilerTimeout: Duration
  /// The most memory that a program may ask for, in bytes.
  public var memoryLimit: Int
  /// The most that a program may print and show, in bytes.
  public var outputLimit: Int
  /// The libraries that notebooks import; `nil` finds them beside the running program.
  public var libraries: NotebookLibraries?
  /// The path of `swiftc`; `nil` takes the first on the `PATH`.
  public var compiler: String?
  /// Further arguments for `swiftc`.
  public var compilerArguments: [String]
  /// How many processes may work at the same time; `nil` takes the number of cores.
  public var jobs: Int?
  /// The folder in which programs run; `nil` takes the notebook's own.
  public var workingFolder: String?
  /// The folder in which each run makes a folder for its files, and removes it; `nil` takes the
  /// system's.
  public var temporaryFolder: String?

  /// - Parameters:
  ///   - timeout: how long a program may run.
  ///   - compilerTimeout: how long it may compile.
  ///   - memoryLimit: the most memory that it may ask for, in bytes.
  ///   - outputLimit: the most that it may print and show, in bytes.
  ///   - libraries: the libraries that notebooks import; `nil` finds them beside the running program.
  ///   - compiler: the path of `swiftc`; `nil` takes the first on the `PATH`.
  ///   - compilerArguments: further arguments for `swiftc`.
  ///   - jobs: how many processes may work at the same time; `nil` takes the number of cores.
  ///   - workingFolder: the folder in which programs run; `nil` takes the notebook's own.
  ///   - temporaryFolder: the folder for a run's files; `nil` takes the system's.
  public init(
    timeout: Duration = .seconds(60),
    compilerTimeout: Duration = .seconds(120),
    memoryLimit: Int = 4 << 30,
    outputLimit: Int = 16 << 20,
    libraries: NotebookLibraries? = nil,
    compiler: String? = nil,
    compilerArguments: [String] = [],
    jobs: Int? = nil,
    workingFolder: String? = nil,
    temporaryFolder: String? = nil
  ) {
    self.timeout = timeout
    self.compilerTimeout = compilerTimeout
    self.memoryLimit = memoryLimit
    self.outputLimit = outputLimit
    self.libraries = libraries
    self.compiler = compiler
    self.compilerArguments = compilerArguments
    self.jobs = jobs
    self.workingFolder = workingFolder
    self.temporaryFolder = temporaryFolder
  }
}
