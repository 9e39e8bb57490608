import Files
import Foundation
import NotebookHTML
import NotebookLayout
import NotebookSyntax
import ResultStore
import Synchronization

/// What one page shows and links to: it finds out where each address leads, says what stands on the page
/// in its place, and remembers all of it.
final class PageLinks: Sendable {
  /// An address and where it leads.
  struct Link: Hashable, Sendable {
    var address: PageAddress
    var destination: Destination
  }

  /// An image that is put beside the page, though images are embedded.
  struct LargeImage: Hashable, Sendable {
    var address: PageAddress
    var size: Int
    var place: String
  }

  private struct State: Sendable {
    /// Each address once.
    var links: [PageAddress: Destination] = [:]
    /// As often as they stand on the page, in its order.
    var order: [PageAddress] = []
    var files: [PlacedFile] = []
    var known: Set<PlacedFile> = []
    var largeImages: [LargeImage] = []
    var embedded = 0
  }

  let lookup: AddressLookup
  private let placement: ImagePlacement
  private let images: ImageReading
  private let state = Mutex(State())

  /// - Parameter placement: where the page has its images.
  init(_ lookup: AddressLookup, images placement: ImagePlacement) {
    let images = ImageReading(lookup.files)
    self.images = images
    self.placement = placement
    var lookup = lookup
    if placement == .embed { lookup.images = images }
    self.lookup = lookup
  }

  /// The addresses of the page that lead to something of the author's, each as often as it is there.
  var links: [Link] {
    state.withLock { state in
      state.order.compactMap { address in
        state.links[address].map { Link(address: address, destination: $0) }
      }
    }
  }

  /// The same, each once.
  var distinctLinks: [Link] {
    var seen: Set<PageAddress> = []
    return links.filter { seen.insert($0.address).inserted }
  }

  /// The files that belong beside the page, each once.
  var files: [PlacedFile] { state.withLock { $0.files } }

  /// Puts further files beside the page.
  func add(_ files: [PlacedFile]) {
    state.withLock { state in
      for file in files where state.known.insert(file).inserted { state.files.append(file) }
    }
  }

  /// The images that are too large to be embedded.
  var largeImages: [LargeImage] { state.withLock { $0.largeImages } }

  /// Looks at images before the page asks for them, beside what makes the page.
  func lookAhead(at images: [String]) {
    var ahead = lookup
    ahead.files = lookup.files.quiet
    for image in images { _ = ahead.destination(of: PageAddress(.image, image)) }
  }

  /// What the page says in place of an address; `nil` for the address itself.
  func address(for address: PageAddress, anchors: Set<String>) -> String? {
    let known = state.withLock { $0.links[address] }
    guard let destination = known ?? lookup.destination(of: address, anchors: anchors) else {
      return nil
    }
    return state.withLock { state in
      state.links[address] = destination
      state.order.append(address)
      return self.text(address, destination, &state)
    }
  }

  private func text(
    _ address: PageAddress,
    _ destination: Destination,
    _ state: inout State
  ) -> String? {
    if [.object, .ambiguousObject].contains(destination.kind) { return destination.page }
    guard let local = LocalAddress(address.text) else { return nil }
    let fragment = Self.fragment(local, destination)
    switch destination.kind {
    case .here where destination.page == nil:
      // Only another normal form needs another address.
      return fragment == local.fragment.map { "#" + $0 } ? nil : fragment
    case .here, .page, .unmadePage:
      guard let page = destination.page else { return nil }
      return LabelIndex.relativePath(from: lookup.input.page, to: page) + local.query
        + (fragment ?? "")
    case .file:
      return text(file: address, destination, fragment ?? "", &state)
    case .folder, .placed, .outside, .unreadable, .missing, .object, .ambiguousObject,
      .unknownObject, .unknownProject:
      return nil
    }
  }

  /// `#` and the name of a place as that place has it: a browser compares bytes.
  private static func fragment(_ local: LocalAddress, _ destination: Destination) -> String? {
    guard let written = local.fragment else { return nil }
    guard let anchor = destination.anchor, !anchor.isEmpty,
      PathKey(anchor) != PathKey(LocalAddress.decoded(written))
    else { return "#" + written }
    return "#" + LocalAddress.encoded(anchor)
  }

  private func text(
    file address: PageAddress,
    _ destination: Destination,
    _ fragment: String,
    _ state: inout State
  ) -> String? {
    guard var content = destination.content else { return nil }
    var large: Int?
    if address.role == .image, placement == .embed {
      let size = destination.size ?? 0
      if size > ImageData.limit || state.embedded + size > ImageData.limitOfAll {
        large = size
      } else if let image = images.take(destination.path) {
        // It may have changed since another page looked at it.
        content = image.content
        state.links[address]?.content = content
        if let type = ImageData.mediaType(of: destination.path, image.bytes) {
          state.embedded += image.bytes.count
          return ImageData.address(type, image.bytes) + fragment
        }
      }
    }
    let file = PlacedFile(source: destination.path, content: content)
    if let lying = placeOfItsOwn(destination.path) { return lying + fragment }
    if state.known.insert(file).inserted {
      state.files.append(file)
      if let large {
        state.largeImages.append(LargeImage(address: address, size: large, place: file.place))
      }
    }
    return LabelIndex.relativePath(from: lookup.input.page, to: file.place) + fragment
  }

  /// The way to a file that lies among the pages already, as where pages are written beside their
  /// notebooks.
  private func placeOfItsOwn(_ source: String) -> String? {
    let input = lookup.input
    guard
      PathKey(real: input.root.isEmpty ? "." : input.root)
        == PathKey(real: lookup.site.outputFolder),
      source.hasPrefix(input.root)
    else { return nil }
    let inner = RelativePath.names(String(source.dropFirst(input.root.count)))
    return LabelIndex.relativePath(from: input.page, to: inner.joined(separator: "/"))
  }
}
