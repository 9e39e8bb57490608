import NotebookLayout

/// The addresses in raw HTML that a form passes on as it is.
package enum RawAddresses {
  /// The markup with other addresses.
  /// - Parameter replace: what is written in place of an address; `nil` leaves it.
  package static func readdressed(_ markup: String, _ replace: (PageAddress) -> String?) -> String {
    let writer = HTMLWriter([.raw(markup)])
    let spots = writer.knownAddresses.spots
    return spots.isEmpty
      ? markup : writer.readdressed(at: spots, replace).filled(with: []).text
  }
}
