/// Whether the programs of documents run in a sandbox.
public enum SandboxMode: String, Sendable, CaseIterable, Codable {
  /// Where one can be had.
  case auto
  /// Always: where none can be had nothing runs.
  case on
  /// Never.
  case off
}
