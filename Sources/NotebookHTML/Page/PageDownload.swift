/// A file that a page hands out.
public struct PageDownload: Sendable {
  /// What the link says.
  public var name: String
  /// Where the file is, from the page on.
  public var address: String

  /// - Parameters:
  ///   - name: what the link says.
  ///   - address: where the file is, from the page on.
  public init(name: String, address: String) {
    self.name = name
    self.address = address
  }
}
