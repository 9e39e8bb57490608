import Documents
import Files
import ResultStore

extension PageSite {
  /// Puts a file among the pages, unless it is there. It is looked at once in a run.
  func place(_ file: PlacedFile) throws(WholeFile.Fault) {
    if isPlaced(file) { return }
    let path = "\(outputFolder)/\(file.place)"
    if Fingerprint(ofFile: path) != file.content {
      var bytes: [UInt8]
      if let text = files.view.inFront(of: file.source) {
        bytes = text
      } else {
        bytes = try WholeFile.read(file.source)
      }
      if let variant = file.variant {
        bytes = VariantText.handout(of: SourceText(path: file.source, bytes: bytes), in: variant)
      }
      guard Fingerprint(of: bytes) == file.content else {
        throw WholeFile.Fault(
          message: "\(file.source) changed while the page was made; make it again"
        )
      }
      try WholeFile.write(bytes, to: path)
    }
    notePlaced(file)
  }
}
