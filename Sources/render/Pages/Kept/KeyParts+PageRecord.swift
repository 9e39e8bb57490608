import Foundation
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
        [entry.notebook, entry.page, "\(entry.target)"]
      }
      add(Origin.label.name(name), texts: texts)
    }
    for (link, isThere) in origins.others.links { add(Origin.link.name(link), "\(isThere)") }
  }

  /// Adds what an earlier page was made from, as it is now.
  mutating func add(originsOf last: KeyParts, _ others: OtherPages) {
    let names = Origin.allCases.reduce(into: [:]) { names, origin in
      names[origin] = Set(last.names).compactMap(origin.content)
    }
    let environment = names[.environment, default: []]
    add(
      PageRecord.Origins(
        files: names[.file, default: []].map {
          PageRecord.File(path: $0, content: Fingerprint(at: $0))
        },
        environment: PageRecord.environment(environment),
        others: others.answers(
          labels: names[.label, default: []],
          links: names[.link, default: []]
        )
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
