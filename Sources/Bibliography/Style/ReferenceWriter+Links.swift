extension ReferenceWriter {
  /// Adds the number at arXiv, and the DOI or else the address.
  func writeLinks(to line: inout ReferenceLine) {
    let arXiv = record.plain(.eprint).flatMap {
      ArXiv(eprint: $0, archive: record.plain(.eprinttype))
    }
    if let arXiv {
      line.add([.link(address: arXiv.address, [.text("arXiv:" + arXiv.number)])])
    }
    if let raw = record.plain(.doi) {
      if let doi = DOI(raw) {
        // arXiv gives its papers DOIs that lead to the same page.
        let isArXiv = arXiv != nil && doi.name.lowercased().hasPrefix("10.48550/arxiv.")
        if !isArXiv { addLink(doi.address, to: &line) }
        return
      }
      line.add([.text("doi:" + raw)])
    }
    guard let url = record.plain(.url) else { return }
    guard let address = WebAddress(url) else {
      line.add([.text(url)])
      return
    }
    guard arXiv == nil || !isPage(address.text, of: arXiv) else { return }
    addLink(address.text, behind: retrieved, to: &line)
  }

  /// Adds an address, unless the reference links to it already, as by `howpublished`.
  private func addLink(_ address: String, behind words: String = "", to line: inout ReferenceLine) {
    guard !line.text.addresses.contains(address) else { return }
    var sentence: [BibliographyText] = []
    sentence.append(words)
    sentence.append(.link(address: address, [.text(address)]))
    line.add(sentence)
  }

  private func isPage(_ address: String, of arXiv: ArXiv?) -> Bool {
    guard let arXiv, address.lowercased().contains("arxiv.org/") else { return false }
    return address.contains(arXiv.number)
  }

  /// `Retrieved May 1, 2016, from `
  private var retrieved: String {
    guard let text = record.plain(.urldate) else { return "" }
    let date = ISODate.range(in: text)?.first.words ?? text
    return "Retrieved \(date), from "
  }
}
