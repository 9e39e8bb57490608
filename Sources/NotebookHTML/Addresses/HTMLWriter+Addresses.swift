import NotebookLayout

extension HTMLWriter {
  /// Where addresses and names stand, as a browser reads them.
  var knownAddresses: WrittenAddresses {
    addresses.isComplete ? addresses : WrittenAddresses(readIn: bytes)
  }

  /// The names that links can lead to.
  func names(_ addresses: WrittenAddresses) -> some Sequence<String> {
    addresses.anchors.lazy.map { HTMLText.decoded(bytes[$0]) }
  }

  /// The same with other addresses.
  ///
  /// - Parameter replace: what is written in place of an address; `nil` leaves it.
  consuming func readdressed(
    at spots: [WrittenAddresses.Spot],
    _ replace: (PageAddress) -> String?
  ) -> HTMLWriter {
    var changes: [(range: Range<Int>, text: String)] = []
    for spot in spots {
      func new(_ address: String) -> String? { replace(PageAddress(spot.role, address.trimmed)) }
      let value = HTMLText.decoded(bytes[spot.value])
      let text =
        switch spot.form {
        case .one: new(value)
        case .sourceSet: AddressLists.sourceSet(value, new)
        case .style: AddressLists.style(value, new)
        }
      if let text { changes.append((spot.written, text)) }
    }
    return changes.isEmpty ? self : replacing(changes)
  }
}

extension String {
  /// A browser takes no notice of the white space around an address.
  fileprivate var trimmed: String {
    guard first?.isWhitespace == true || last?.isWhitespace == true else { return self }
    var text = self[...].drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
