import Foundation
import NotebookExecution
import NotebookHTML
import NotebookLayout
import ResultStore

extension KeyParts {
  /// Adds what a page was made from, each thing by a name from which it can be looked at again.
  mutating func add(_ origins: PageRecord.Origins) {
    var seen: Set<PageRecord.File> = []
    for file in origins.files where seen.insert(file).inserted {
      add(.file[file.path], content: file.content)
    }
    for (name, value) in origins.environment {
      add(.environment[name], value.map { "=" + $0 } ?? "")
    }
    if let course = origins.others.course { add(.course, course) }
    for (name, entries) in origins.others.labels {
      let texts = entries.flatMap { entry in
        [
          entry.notebook, entry.page, "\(entry.target)",
          "\(origins.others.pages[entry.page] ?? true)",
        ]
      }
      add(.label[name], texts: texts)
    }
    var known: Set<PageAddress> = []
    let links = origins.links.filter { known.insert($0.address).inserted }
    add(links.map { (PartName.link[$0.address.name], $0.destination.kept.texts) })
  }

  /// Adds what an earlier page was made from, as it is now.
  mutating func add(originsOf last: KeyParts, _ others: OtherPages, _ lookup: AddressLookup) {
    let names = Set(last.names)
    func own(_ sort: PartName) -> [String] { names.filter { $0.isOne(of: sort) }.compactMap(\.own) }
    add(
      PageRecord.Origins(
        files: own(.file).map {
          PageRecord.File(path: $0, content: lookup.files.fingerprint(of: $0))
        },
        environment: PageRecord.environment(own(.environment)),
        others: others.answers(labels: own(.label), showsCourse: names.contains(.course)),
        links: own(.link).compactMap { name in
          guard let address = PageAddress(name: name),
            let destination = lookup.destination(of: address)
          else { return nil }
          return PageLinks.Link(address: address, destination: destination)
        }
      )
    )
  }
}

extension Destination {
  /// All of it, for a key.
  fileprivate var texts: [String] {
    [kind.rawValue, path, page ?? "", content?.shortName ?? "", anchor ?? "-"]
  }
}
