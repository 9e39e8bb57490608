import Files

/// What keeps the work from being begun.
extension RenderJob {
  /// - Throws: where the depfile is about no one page.
  func checkDepfile(_ inputs: [NotebookInput]) throws(InputFault) {
    guard depfile != nil else { return }
    if forms.count > 1 {
      throw InputFault(
        status: .usage,
        message: "error: --depfile is about one page, and --to names \(forms.count) forms"
      )
    }
    guard inputs.count != 1 else { return }
    throw InputFault(
      status: .usage,
      message: "error: --depfile is about one notebook, and here are \(inputs.count)"
    )
  }

  /// - Throws: why nothing can be written as it is wanted, as far as that shows before anything is
  ///   made.
  func checkWriting(_ inputs: [NotebookInput]) throws(InputFault) {
    if let status = try? FileStatus(of: outputFolder, followingLinks: true), !status.isFolder {
      throw InputFault(
        status: .inputOutput,
        message: "\(outputFolder): error: the pages need a folder, and this is none"
      )
    }
    if let depfile, let form = forms.first, let page = inputs.first?.inForm(form).page,
      PathKey(real: depfile) == PathKey(real: "\(outputFolder)/\(page)")
    {
      throw InputFault(
        status: .usage,
        message: "\(depfile): error: the depfile would take the page's place"
      )
    }
  }
}
