/// What the programs of a document may see and change beyond themselves, where they run in a sandbox.
///
/// A document says itself what it reads (`inputs:`, `environment:`). What it may write, and whether there is a
/// sandbox at all, is its reader's to say, and never its own.
public struct ProgramAccess: Sendable, Hashable {
  /// Whether there is a sandbox, unless ``RunOptions/sandbox`` says so.
  public var sandbox: SandboxMode
  /// The folder that programs may read with all that is in it, besides the one in which they run, such as
  /// that of the whole course; `nil` for no other.
  public var root: String?
  /// The folders that they may write, from ``root`` on or absolute, which are made where they are missing.
  public var outputs: [String]
  /// The options that documents may give the compiler besides the harmless ones; `nil` for all.
  public var flags: Set<String>?

  /// - Parameters:
  ///   - sandbox: whether there is a sandbox.
  ///   - root: the folder that programs may read besides the one in which they run; `nil` for no other.
  ///   - outputs: the folders that they may write.
  ///   - flags: the options that documents may give the compiler besides the harmless ones; `nil` for all.
  public init(
    sandbox: SandboxMode = .off,
    root: String? = nil,
    outputs: [String] = [],
    flags: Set<String>? = nil
  ) {
    self.sandbox = sandbox
    self.root = root
    self.outputs = outputs
    self.flags = flags
  }
}
