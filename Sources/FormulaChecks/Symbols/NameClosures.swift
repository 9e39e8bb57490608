import Synchronization

/// What each letter depends on, found once for all samples.
final class NameClosures: Sendable {
  private let known = Mutex<[Name: Set<Name>]>([:])

  func letters(of name: Name, _ find: () -> Set<Name>) -> Set<Name> {
    if let letters = known.withLock({ $0[name] }) { return letters }
    let letters = find()
    known.withLock { $0[name] = letters }
    return letters
  }
}
