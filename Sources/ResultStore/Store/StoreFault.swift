/// Something that kept the store from reading or keeping a result. Rendering goes on without.
public struct StoreFault: Error, Hashable, Sendable {
  /// What sort of fault it is.
  public enum Reason: Hashable, Sendable {
    /// The folder is someone else's, of another format, or no folder; it is left alone.
    case unusableFolder
    /// What lay at an entry's place was no whole entry of the key; the result counts as missing.
    case badEntry
    /// A result could not be written: the disk is full, the folder read-only, …
    case cannotWrite
    /// A result is larger than the store may become.
    case tooLarge
    /// An entry that was to go could not be removed.
    case cannotRemove
  }

  /// What sort of fault it is.
  public let reason: Reason
  /// The file or folder that it is about.
  public let path: String
  /// A sentence for the user.
  public let message: String
}

extension StoreFault: CustomStringConvertible {
  /// The sentence.
  public var description: String { message }
}
