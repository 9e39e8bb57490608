import Foundation

extension StoreUse {
  /// The value that is kept for a key; `nil` where there is none, or none may be used.
  public func value<Value: Decodable>(for key: StoreKey) -> Value? {
    guard reads else { return nil }
    return store.read(key).flatMap { try? JSONDecoder().decode(Value.self, from: Data($0)) }
  }

  /// The bytes that are kept for a key; `nil` where there are none, or none may be used.
  public func bytes(for key: StoreKey) -> [UInt8]? { reads ? store.read(key) : nil }

  /// Keeps bytes under a key.
  public func keep(bytes: [UInt8], for key: StoreKey) { store.write(bytes, for: key) }

  /// Keeps a value under some keys.
  public func keep(_ value: some Encodable, for keys: StoreKey...) {
    guard let data = try? JSONEncoder().encode(value) else { return }
    for key in keys { store.write(Array(data), for: key) }
  }
}
