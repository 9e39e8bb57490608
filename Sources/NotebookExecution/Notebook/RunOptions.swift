import Foundation
import NotebookPrograms
import NotebookSyntax
import ResultStore

/// How notebooks are compiled and run.
public struct RunOptions: Sendable {
  /// How long one notebook's program may run; `nil` takes the notebook's own limit, or else a minute.
  public var timeout: Duration?
  /// How long a program may compile.
  public var compilerTimeout: Duration
  /// The most memory that a program may ask for, in bytes.
  public var memoryLimit: Int
  /// The most that a program may print and show, in bytes.
  public var outputLimit: Int
  /// Libraries that notebooks can import besides those that travel with this program.
  public var libraries: NotebookLibraries
  /// The Swift package whose libraries notebooks import too.
  public var package: Package
  /// Where packages are built, each in a folder of its own there; `nil` for each package's `.build`, as
  /// `swift build` does.
  public var scratchFolder: String?
  /// The path of `swiftc`; `nil` takes the first on the `PATH`.
  public var compiler: String?
  /// From how many variables on a program is first compiled as a library's file, which the compiler
  /// takes in less time.
  package var manyVariables = ProgramForm.manyVariables
  /// The version of the Swift language; `nil` takes the notebook's own, or else 5: in Swift 6 mode a
  /// top-level variable belongs to the main actor, and functions of `_Differentiation` do not.
  public var swiftVersion: String?
  /// Further arguments for `swiftc`, after those of the notebook. Their relative paths begin at the
  /// current folder, the notebook's at its own.
  public var compilerArguments: [String]
  /// Whether each cell is a program of its own, whatever the notebook says.
  public var isIsolated: Bool
  /// How many processes may work at the same time; `nil` takes the number of cores.
  public var jobs: Int?
  /// How much is done side by side: the number of jobs, or of cores.
  public var width: Int { max(jobs ?? ProcessInfo.processInfo.activeProcessorCount, 1) }
  /// Where earlier results are kept; `nil` for nowhere.
  public var store: StoreUse?
  /// The folder in which programs run; `nil` takes the notebook's own.
  public var workingFolder: String?
  /// The folder in which each run makes a folder for its files, and removes it; `nil` takes the
  /// system's.
  public var temporaryFolder: String?
  /// Whether programs run in a sandbox, whatever a document's ``ProgramAccess`` says; `nil` for what it says.
  public var sandbox: SandboxMode?

  /// How long a notebook's programs may run.
  public func timeout(for notebook: Notebook) -> Duration {
    timeout ?? notebook.frontMatter.timeout ?? .seconds(60)
  }

  /// Which Swift package notebooks may import from, besides the libraries.
  public enum Package: Sendable, Hashable {
    case none
    /// The one in a folder.
    case folder(String)
    /// For each notebook the one that it lies in, if it does.
    case around

    /// Its folder, for a document.
    package func folder(around document: String) -> String? {
      switch self {
      case .none: nil
      case .folder(let folder): folder
      case .around: SwiftPackage.around(document)
      }
    }
  }

  /// - Parameters:
  ///   - timeout: how long a program may run; `nil` takes the notebook's own limit.
  ///   - compilerTimeout: how long it may compile.
  ///   - memoryLimit: the most memory that it may ask for, in bytes.
  ///   - outputLimit: the most that it may print and show, in bytes.
  ///   - libraries: what notebooks can import besides the libraries that travel with this program.
  ///   - package: the Swift package whose libraries notebooks import too. It is built when the first
  ///     notebook imports a module that neither the libraries nor the toolchain have.
  ///   - compiler: the path of `swiftc`; `nil` takes the first on the `PATH`.
  ///   - swiftVersion: the version of the Swift language; `nil` takes the notebook's own.
  ///   - compilerArguments: further arguments for `swiftc`.
  ///   - isIsolated: whether each cell is a program of its own.
  ///   - jobs: how many processes may work at the same time; `nil` takes the number of cores.
  ///   - store: where earlier results are kept; `nil` for nowhere.
  ///   - workingFolder: the folder in which programs run; `nil` takes the notebook's own.
  ///   - temporaryFolder: the folder for a run's files; `nil` takes the system's.
  public init(
    timeout: Duration? = nil,
    compilerTimeout: Duration = .seconds(120),
    memoryLimit: Int = 4 << 30,
    outputLimit: Int = 16 << 20,
    libraries: NotebookLibraries = NotebookLibraries(modules: [:]),
    package: Package = .none,
    compiler: String? = nil,
    swiftVersion: String? = nil,
    compilerArguments: [String] = [],
    isIsolated: Bool = false,
    jobs: Int? = nil,
    store: StoreUse? = nil,
    workingFolder: String? = nil,
    temporaryFolder: String? = nil
  ) {
    self.timeout = timeout
    self.compilerTimeout = compilerTimeout
    self.memoryLimit = memoryLimit
    self.outputLimit = outputLimit
    self.libraries = libraries
    self.package = package
    self.compiler = compiler
    self.swiftVersion = swiftVersion
    self.compilerArguments = compilerArguments
    self.isIsolated = isIsolated
    self.jobs = jobs
    self.store = store
    self.workingFolder = workingFolder
    self.temporaryFolder = temporaryFolder
  }
}
