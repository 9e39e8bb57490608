import Documents
import Files
import NotebookHTML
import NotebookSyntax

extension AddressLookup {
  /// Where a reference to another project leads.
  func destination(of reference: ObjectReference) -> Destination {
    guard let (project, inventory) = inventory(of: reference) else {
      return Destination(kind: .unknownProject, path: reference.project)
    }
    let path = input.project?.path(of: project) ?? project.file
    guard let name = reference.object else {
      return Destination(kind: .object, path: path, page: project.url + "/")
    }
    let found = inventory.objects(named: name)
    guard let object = found.first else { return Destination(kind: .unknownObject, path: path) }
    return Destination(
      kind: found.count > 1 ? .ambiguousObject : .object,
      path: path,
      page: "\(project.url)/\(Self.encoded(object.address))"
    )
  }

  /// The words of a link that has none of its own; `nil` where its address is no reference to another project, or
  /// leads nowhere.
  func words(ofLinkTo address: String) -> [Inline]? {
    guard let reference = ObjectReference(address), let (_, inventory) = inventory(of: reference)
    else { return nil }
    guard let name = reference.object else { return [.text(inventory.project)] }
    return inventory.objects(named: name).first.map { object in
      [object.isOfText ? .text(object.title) : .code(object.title)]
    }
  }

  /// An address as an inventory has it, with what must not stand in one as it is.
  private static func encoded(_ address: String) -> String {
    var encoded: [UInt8] = []
    for byte in address.utf8 {
      if byte <= UInt8(ascii: " ") || byte >= 0x7F || "\"<>\\^`{|}".utf8.contains(byte) {
        encoded += byte.percentEncoded
      } else {
        encoded.append(byte)
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  private func inventory(
    of reference: ObjectReference
  ) -> (ReferencedProject, ObjectInventory)? {
    guard let file = input.project,
      let project = file.references.first(where: { $0.name == reference.project }),
      let inventory = site.inventories.inventory(of: project, under: file, in: files)
    else { return nil }
    return (project, inventory)
  }

  /// What a reference that leads nowhere may have meant.
  func help(on reference: ObjectReference) -> String {
    guard let file = input.project, !file.references.isEmpty else {
      return "name its inventory and its address under 'references:' in \(ProjectFile.name)"
    }
    guard let (project, inventory) = inventory(of: reference), let name = reference.object else {
      let names = file.references.map(\.name)
      return nearestName(to: reference.project, in: names).map { "did you mean '\($0)'?" }
        ?? "'references:' in \(ProjectFile.name) names " + names.joined(separator: ", ")
    }
    let found = inventory.objects(named: name)
    if found.count > 1 {
      let ways = found.map { "'\(ObjectReference.scheme)\(project.name)#\($0.role):\(name)'" }
      return "write " + ways.joined(separator: " or ")
    }
    let names = inventory.names(like: name)
    return names.isEmpty
      ? "names of \(project.name) are in \(file.path(of: project)); a newer one may have more"
      : "did you mean " + names.map { "'\($0)'" }.joined(separator: " or ") + "?"
  }
}
