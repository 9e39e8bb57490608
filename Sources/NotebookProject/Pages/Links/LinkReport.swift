import Documents
import Files
import Foundation
import NotebookHTML
import NotebookLayout
import NotebookSyntax

/// What there is to say about the addresses of a page, each at its place.
struct LinkReport {
  let source: SourceText
  let lookup: AddressLookup
  private(set) var diagnostics: [Diagnostic] = []
  /// Known when the first message is due; a lazy variable would be copied for each.
  private var places: AddressPlaces?
  /// For how many addresses it may still be asked which name is meant, which takes its time.
  private var room = 100

  init(_ links: PageLinks, in source: SourceText, lost: [String]) {
    self.source = source
    lookup = links.lookup
    for link in links.links { add(link.address, link.destination) }
    for image in links.largeImages { add(large: image) }
    for address in lost { add(lost: address) }
  }

  private mutating func add(_ address: PageAddress, _ destination: Destination) {
    switch destination.kind {
    case .missing, .unreadable: add(missing: address, destination)
    case .outside:
      report(
        address.isShown ? .error : .warning,
        .outsideFile,
        "\(address.noun) '\(address.shown)' lies outside the folder that is rendered, so the page lacks it",
        help: outsideHelp(destination),
        address
      )
    case .folder:
      report(
        address.isShown ? .error : .warning,
        address.isShown ? .missingImage : .deadLink,
        "'\(address.shown)' is a folder, which a page cannot show",
        help: "name a file in it; a folder that has a notebook 'index.md' leads to its page",
        address
      )
    case .unmadePage:
      // The page of a notebook beside this one may be made by another call.
      let isBeside = destination.page.flatMap(lookup.site.entry(ofPage:)) != nil
      report(
        isBeside ? .note : .warning,
        .unmadePage,
        "this leads to the page of '\(destination.path)', which is not made",
        help: Self.unmadeHelp,
        address
      )
    case .unknownProject, .unknownObject, .ambiguousObject: add(object: address, destination)
    case .here, .page, .file, .placed, .object: break
    }
    if destination.anchor == "" { add(deadAnchor: address, destination) }
  }

  private mutating func add(object address: PageAddress, _ destination: Destination) {
    guard let reference = ObjectReference(address.text) else { return }
    room -= 1
    let help =
      room >= 0 ? lookup.help(on: reference) : "correct the ones before, which may help here too"
    let name = reference.object ?? ""
    switch destination.kind {
    case .unknownProject:
      report(
        .error,
        .unknownProject,
        "no project '\(reference.project)' is named",
        help: help,
        address
      )
    case .unknownObject:
      report(
        .error,
        .unknownObject,
        "'\(reference.project)' has nothing of the name '\(name)'",
        help: help,
        address
      )
    default:
      report(
        .warning,
        .ambiguousObject,
        "'\(reference.project)' has several things of the name '\(name)'",
        help: help,
        address
      )
    }
  }

  private mutating func add(missing address: PageAddress, _ destination: Destination) {
    let isThere = destination.kind == .unreadable
    let what =
      switch address.role {
      case .image, .media:
        "\(address.noun) '\(address.shown)' \(isThere ? "cannot be read" : "is not there")"
      case .resource, .link:
        "\(address.noun) '\(address.shown)' leads "
          + (isThere ? "to what cannot be read" : "nowhere")
      }
    report(
      address.isShown ? .error : .warning,
      address.isShown ? .missingImage : .deadLink,
      what,
      help: isThere ? "only files that may be read can be put beside a page" : help(destination),
      address
    )
  }

  private mutating func add(deadAnchor address: PageAddress, _ destination: Destination) {
    guard let fragment = LocalAddress(address.text)?.fragment.map(LocalAddress.decoded)
    else { return }
    let isHere = destination.page == nil || destination.page == lookup.input.page
    report(
      .warning,
      .deadAnchor,
      "there is no '#\(fragment)' on " + (isHere ? "this page" : "the page of \(destination.path)"),
      help: "a heading is linked to by its words in small letters, with hyphens between them",
      address
    )
  }

  private mutating func add(large image: PageLinks.LargeImage) {
    let size = String(format: "%.1f", Double(image.size) / 1e6)
    report(
      .note,
      .imageCopied,
      "the image '\(image.address.shown)' has \(size) MB, so it is put beside "
        + "the page and not into it",
      help: "it is \(image.place)",
      image.address
    )
  }

  private mutating func add(lost address: String) {
    let isEmpty = address.isEmpty
    report(
      isEmpty ? .error : .warning,
      isEmpty ? .missingImage : .unsafeAddress,
      isEmpty ? "an image without an address" : "the address '\(address)' is left out of the page",
      help: isEmpty
        ? "write the image's file between the parentheses"
        : "it could run a script, or reach the reader's own files",
      PageAddress(.link, isEmpty ? "" : address)
    )
  }

  private mutating func report(
    _ severity: Diagnostic.Severity,
    _ kind: Diagnostic.Kind,
    _ message: String,
    help: String,
    _ address: PageAddress
  ) {
    var diagnostic = Diagnostic(severity, kind, message, help: help, path: source.path)
    if places == nil { places = AddressPlaces(source) }
    if let range = places?.place(of: address.text) {
      diagnostic.start = source.position(at: range.lowerBound)
      diagnostic.end = source.position(at: range.upperBound)
    }
    diagnostics.append(diagnostic)
  }
}

extension LinkReport {
  /// What may have been meant by the name of a file that is not there.
  private mutating func help(_ destination: Destination) -> String {
    let names = RelativePath.names(destination.path)
    let folder = String(destination.path.dropLast(names.last?.count ?? 0))
    let known = lookup.site.files.names(in: folder.isEmpty ? "." : folder)
    room -= 1
    if let name = names.last, known.count <= 1000, room >= 0,
      let near = nearestName(to: name, in: known)
    {
      return "did you mean '\(near)'?"
    }
    return "the way to it starts at the notebook's folder: there is no \(destination.path)"
  }

  private func outsideHelp(_ destination: Destination) -> String {
    let root = lookup.input.root.isEmpty ? "." : lookup.input.root
    let own = URL(filePath: root).standardizedFileURL.pathComponents
    let other = URL(filePath: destination.path).standardizedFileURL.pathComponents.dropLast()
    let above = own.count - zip(own, other).prefix { PathKey($0) == PathKey($1) }.count
    let way = Array(repeating: "..", count: above)
    let folder = RelativePath.names(way.joined(separator: "/"), below: RelativePath.names(root))
    let common =
      root.hasPrefix("/") ? "/" + folder.joined(separator: "/") : folder.joined(separator: "/")
    return
      "name the folder that holds both: --root \(ShellWord.quoted(common.isEmpty ? "." : common))"
  }

  static let unmadeHelp =
    "render it too, or the folder that holds both; drafts and what git ignores must be named"
}

extension PageAddress {
  /// Whether the page itself lacks something where this leads nowhere.
  var isShown: Bool { role == .image || role == .media }

  /// What it says as its author may have written it.
  fileprivate var shown: String { LocalAddress.decoded(text) }

  fileprivate var noun: String {
    switch role {
    case .image: "the image"
    case .media: "the file"
    case .resource: "the address"
    case .link: "the link"
    }
  }
}
