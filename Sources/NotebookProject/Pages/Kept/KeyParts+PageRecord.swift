import Foundation
import NotebookPages
import ResultStore

extension KeyParts {
  /// Adds what a page was made from, each thing by a name from which it can be looked at again.
  mutating func add(_ origins: PageRecord.Origins) {
    var seen: Set<PageRecord.File> = []
    for file in origins.files where seen.insert(file).inserted {
      add(Origin.file.name(file.path), content: file.content)
    }
    for (name, value) in origins.environment {
      add(Origin.environment.name(name), value.map { "=" + $0 } ?? "")
    }
    for (name, entries) in origins.others.labels {
      let texts = entries.flatMap { entry in
        [
          entry.notebook, entry.page, "\(entry.target)",
          "\(origins.others.pages[entry.page] ?? true)",
        ]
      }
      add(Origin.label.name(name), texts: texts)
    }
    var known: Set<PageAddress> = []
    for link in origins.links where known.insert(link.address).inserted {
      add(Origin.link.name(link.address.name), texts: link.destination.kept.texts)
    }
  }

  /// Adds what an earlier page was made from, as it is now.
  mutating func add(originsOf last: KeyParts, _ others: OtherPages, _ lookup: AddressLookup) {
    let names = Origin.allCases.reduce(into: [:]) { names, origin in
      names[origin] = Set(last.names).compactMap(origin.content)
    }
    let environment = names[.environment, default: []]
    add(
      PageRecord.Origins(
        files: names[.file, default: []].map {
          PageRecord.File(path: $0, content: lookup.site.documents.fingerprint(of: $0))
        },
        environment: PageRecord.environment(environment),
        others: others.answers(labels: names[.label, default: []]),
        links: names[.link, default: []].compactMap { name in
          guard let address = PageAddress(name: name),
            let destination = lookup.destination(of: address)
          else { return nil }
          return PageLinks.Link(address: address, destination: destination)
        }
      )
    )
  }

  /// The sorts of things that a page is made from.
  private enum Origin: String, CaseIterable {
    case file
    case environment = "env"
    case label, link

    func name(_ content: String) -> String { "\(rawValue) \(content)" }

    func content(of name: String) -> String? {
      name.hasPrefix(rawValue + " ") ? String(name.dropFirst(rawValue.count + 1)) : nil
    }
  }
}

extension PageAddress {
  /// The address as a part of a name.
  fileprivate var name: String { "\(role.rawValue) \(text)" }

  fileprivate init?(name: String) {
    let words = name.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard words.count == 2, let role = Role(rawValue: String(words[0])) else { return nil }
    self.init(role, String(words[1]))
  }
}

extension Destination {
  /// All of it, for a key.
  fileprivate var texts: [String] {
    [kind.rawValue, path, page ?? "", content?.shortName ?? "", anchor ?? "-"]
  }
}
