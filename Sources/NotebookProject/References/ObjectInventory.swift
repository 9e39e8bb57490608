import Documents
import Synchronization

/// What the documentation of a project has names for, as Sphinx writes it into `objects.inv`, version 2.
final class ObjectInventory: Sendable {
  /// Something that can be linked to.
  struct Object: Hashable, Sendable {
    /// Its domain and role, such as `py:function`.
    var role: String
    /// Its address, from the project's pages on.
    var address: String
    var title: String

    /// Whether it is no part of a program, but a page, a section or a word.
    var isOfText: Bool { role.hasPrefix("std:") }
  }

  /// Why an inventory cannot be read.
  struct Fault: Error {
    var message: String
    var help: String
  }

  /// What the project is called.
  let project: String
  private let objects: [String: [Object]]
  private let nearest: Mutex<NearestNames>

  /// - Parameter bytes: the file.
  init(_ bytes: [UInt8]) throws(Fault) {
    let text = try Self.text(of: bytes)
    project = text.project
    var objects: [String: [Object]] = [:]
    for line in text.lines.split(separator: UInt8(ascii: "\n")) {
      guard let (name, object) = Self.object(String(decoding: line, as: UTF8.self)) else {
        continue
      }
      objects[name, default: []].append(object)
    }
    self.objects = objects
    nearest = Mutex(NearestNames(objects.keys.sorted()))
  }

  // MARK: - The file

  private static let first = "# Sphinx inventory version "
  private static let mostBytes = 64 << 20

  /// The project's name, and the lines about its objects.
  static func text(of bytes: [UInt8]) throws(Fault) -> (project: String, lines: [UInt8]) {
    var rest = bytes[...]
    func line() -> String? {
      guard let end = rest.prefix(1000).firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      defer { rest = rest[(end + 1)...] }
      return String(decoding: rest[..<end], as: UTF8.self).trimmingSuffix("\r")
    }
    guard let version = line(), version.hasPrefix(first) else {
      throw Fault(
        message: "this is no inventory that Sphinx has made",
        help: "fetch the file 'objects.inv' of the project's documentation"
      )
    }
    guard version == first + "2" else {
      throw Fault(
        message:
          "this inventory has version \(version.dropFirst(first.count)), and only 2 is known",
        help: "fetch the inventory of a newer edition of the documentation"
      )
    }
    guard let name = line(), line() != nil, let compression = line(), compression.contains("zlib"),
      let lines = ZlibStream.inflated(rest, atMost: mostBytes)
    else {
      throw Fault(
        message: "this inventory is damaged, or was cut off",
        help: "fetch it again, as a file of bytes"
      )
    }
    let title = name.drop { $0 != ":" }.dropFirst().drop(while: \.isWhitespace)
    return (String(title), lines)
  }

  /// A line: name, role, priority, address and title. The name may hold spaces, and so may the title.
  private static func object(_ line: String) -> (name: String, Object)? {
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count >= 5,
      let place = (1..<(words.count - 3)).first(where: {
        words[$0].contains(":") && Int(words[$0 + 1]) != nil
      })
    else { return nil }
    let name = words[..<place].joined(separator: " ")
    let written = String(words[place + 2])
    // A dollar sign stands for the name.
    let address = written.hasSuffix("$") ? written.dropLast() + name : written
    let title = words[(place + 3)...].joined(separator: " ")
    return (
      name,
      Object(
        role: String(words[place]),
        address: address,
        title: title == "-" || title.isEmpty ? name : title
      )
    )
  }

  // MARK: - Finding

  /// The objects that a name means, which may stand behind a role, as in `std:doc:index`: more than one where it is
  /// not clear which. What belongs to a program stands above pages and sections.
  func objects(named name: String) -> [Object] {
    if let found = objects[name] {
      let ofPrograms = found.filter { !$0.isOfText }
      return Self.distinct(ofPrograms.isEmpty ? found : ofPrograms)
    }
    let parts = name.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return [] }
    let role = "\(parts[0]):\(parts[1])"
    return Self.distinct(objects[String(parts[2]), default: []].filter { $0.role == role })
  }

  /// Those that lead to different places.
  private static func distinct(_ objects: [Object]) -> [Object] {
    var seen: Set<String> = []
    return objects.filter { seen.insert($0.address).inserted }
  }

  /// Names that may have been meant: those that end like a name, or else one that looks like it.
  func names(like name: String) -> [String] {
    let most = 3
    let ending = "." + name
    let same = objects.keys.filter { $0.hasSuffix(ending) || $0.lowercased() == name.lowercased() }
    guard same.isEmpty else {
      return Array(same.sorted { ($0.count, $0) < ($1.count, $1) }.prefix(most))
    }
    return nearest.withLock { $0.nearest(to: name) }.map { [$0] } ?? []
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
