extension HTMLWriter {
  /// An attribute that holds addresses.
  struct AddressSpot: Sendable {
    /// The value with its quotation marks.
    var range: Range<Int>
    /// The value as a browser reads it.
    var value: String
    var role: PageAddress.Role
    var form: MarkupTags.Tag.Form
  }

  /// Where addresses stand, in order.
  ///
  /// - Parameter anchors: gets the names that links can lead to.
  func addressSpots(anchors: inout Set<String>) -> [AddressSpot] {
    var tags = MarkupTags(bytes)
    var spots: [AddressSpot] = []
    while let tag = tags.next() {
      for anchor in tag.anchors { anchors.insert(HTMLText.decoded(bytes[anchor.value])) }
      for (attribute, role, form) in tag.addresses {
        let value = HTMLText.decoded(bytes[attribute.value])
        spots.append(AddressSpot(range: attribute.written, value: value, role: role, form: form))
      }
    }
    return spots
  }

  /// The same with other addresses.
  ///
  /// - Parameter replace: what is written in place of an address; `nil` leaves it.
  consuming func readdressed(
    at spots: [AddressSpot],
    _ replace: (PageAddress) -> String?
  ) -> HTMLWriter {
    var changes: [(range: Range<Int>, text: String)] = []
    for spot in spots {
      func new(_ address: String) -> String? { replace(PageAddress(spot.role, address.trimmed)) }
      let text =
        switch spot.form {
        case .one: new(spot.value)
        case .sourceSet: AddressLists.sourceSet(spot.value, new)
        case .style: AddressLists.style(spot.value, new)
        }
      if let text { changes.append((spot.range, text)) }
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
