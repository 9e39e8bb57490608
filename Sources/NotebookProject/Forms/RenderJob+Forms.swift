import Files

extension RenderJob {
  /// - Throws: why the forms that are asked for cannot be made of these notebooks.
  func checkForms(_ selection: InputSelection) throws(InputFault) {
    try checkOutputFolder()
    if templatePath != nil, !forms.contains(where: \.takesTemplate) {
      throw .wrongUse("--template is for pages that browsers show, and --to names none")
    }
    if let images,
      let form = forms.first(where: { $0.imagePlacement.map { $0 != images } ?? false })
    {
      let place = form.imagePlacement == .copy ? "files beside it" : "in its file"
      throw .wrongUse(
        "--images=\(images.rawValue) and --to=\(form.rawValue) do not go together: its images are \(place)"
      )
    }
    try checkPlaces(selection)
  }

  /// A page takes its name from its notebook, so that a file's name here is a slip.
  private func checkOutputFolder() throws(InputFault) {
    guard (try? FileStatus(of: outputFolder, followingLinks: true)) == nil,
      let form = PageForm.allCases.first(where: { outputFolder.hasSuffix($0.ending) })
    else { return }
    let folder = RelativePath.folder(of: outputFolder).joined(separator: "/")
    throw InputFault(
      status: .usage,
      message: "\(outputFolder): error: -o takes a folder, in which a page is named like its "
        + "notebook; write '-o \(ShellWord.quoted(folder.isEmpty ? "." : folder)) --to "
        + "\(form.rawValue)'"
    )
  }

  /// No page may take the place of a notebook, or of a page in another form.
  private func checkPlaces(_ selection: InputSelection) throws(InputFault) {
    var pages: [PathKey: String] = [:]
    let others = forms.filter { $0 != .html }
    guard !others.isEmpty else { return }
    let notebooks = Set(selection.labelled.map { PathKey(real: $0.path) })
    for form in forms {
      for input in selection.inputs.map({ $0.inForm(form) }) {
        let page = "\(outputFolder)/\(input.page)"
        if let other = pages.updateValue(input.path, forKey: PathKey(page)) {
          throw InputFault(
            status: .usage,
            message: "\(input.path): error: its page would be that of \(other), \(input.page); "
              + "make these forms in different folders with -o"
          )
        }
        if form != .html, FileStatus.isThere(page), notebooks.contains(PathKey(real: page)) {
          throw InputFault(
            status: .usage,
            message: "\(input.path): error: its page would take the place of a notebook, \(page); "
              + "name another folder with -o"
          )
        }
      }
    }
  }
}

extension InputFault {
  fileprivate static func wrongUse(_ message: String) -> InputFault {
    InputFault(status: .usage, message: "error: " + message)
  }
}
