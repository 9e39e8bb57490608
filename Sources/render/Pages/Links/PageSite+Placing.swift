import ResultStore

extension PageSite {
  /// Puts a file among the pages, unless it is there. It is looked at once in a run.
  func place(_ file: PlacedFile) throws(WholeFile.Fault) {
    if isPlaced(file) { return }
    let path = "\(outputFolder)/\(file.place)"
    if Fingerprint(ofFile: path) != file.content {
      try WholeFile.copy(file.source, to: path, holding: file.content)
    }
    notePlaced(file)
  }
}
