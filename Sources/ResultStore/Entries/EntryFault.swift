import Files

/// Why what lies at an entry's place is not the entry.
enum EntryFault: Error, Hashable {
  case foreign
  case otherVersion(UInt8)
  case otherKey
  case cutOff
  case damaged
  case notRegular
  /// Nobody signed it.
  case unsigned
  /// It is signed, and not with this store's secret, or as something else.
  case otherSignature
  case unreadable(SystemFault)

  /// The rest of a sentence that begins with the entry.
  var predicate: String {
    switch self {
    case .foreign: "is not an entry of the store"
    case .otherVersion(let version): "has the unknown format \(version)"
    case .otherKey: "holds what belongs to another key"
    case .cutOff: "is cut off"
    case .damaged: "is damaged"
    case .notRegular: "is not a regular file"
    case .unsigned: "is not signed"
    case .otherSignature: "has another signature"
    case .unreadable(let fault): "cannot be read (\(fault.reason))"
    }
  }

  /// Whether it is whole, but nobody who is trusted vouches for it.
  var isOfStranger: Bool { self == .unsigned || self == .otherSignature }

  /// Whether the file is to go: not where the fault may lie elsewhere, as with too many open files, and not
  /// where it may serve others.
  var condemnsFile: Bool {
    switch self {
    case .unreadable(let fault): fault.isObstacle
    case .unsigned, .otherSignature: false
    default: true
    }
  }
}
