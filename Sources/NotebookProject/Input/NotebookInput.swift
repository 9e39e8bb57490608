import Foundation

/// A notebook that is to be made into a page, and where the page goes.
struct NotebookInput: Sendable {
  /// The notebook's path, as the user gave it.
  var path: String
  /// The page's path below the output folder, such as `course/softmax.html`.
  var page: String
  /// The form of the page.
  var form = PageForm.html
  /// The folder that is rendered as a whole: the notebook lies below it as its page does below the
  /// output folder. Empty for the folder that the program was started in.
  var root = ""
  /// The project file that it is under.
  var project: ProjectFile?
  /// The variant in which it is read; `nil` for all that is in it.
  var variant: String?
  /// Its place among the chapters, from 1; `nil` where it is none.
  var chapter: Int?

  /// The same notebook with a page in another form.
  func inForm(_ form: PageForm) -> NotebookInput {
    var input = self
    input.page = form.page(of: page)
    input.form = form
    return input
  }

  /// The notebook in a variant.
  func read(as variant: String?) -> NotebookInput {
    var input = self
    input.variant = variant
    return input
  }

  /// The number with which all on its page begin; `nil` where the page stands for itself.
  var chapterNumber: Int? { project?.numbersChapters == true ? chapter : nil }

  /// Begins the identifiers within the page's pictures: the same each time, and another for each page.
  var idPrefix: String {
    // The hash of Fowler, Noll and Vo, which is short and needs to withstand nobody.
    let hash = page.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    return "m" + String(hash % 36_000_000_000, radix: 36) + "-"
  }

  /// From the page to the folder of assets that all pages share.
  var assetsPrefix: String {
    String(repeating: "../", count: page.count { $0 == "/" }) + AssetFolder.name + "/"
  }
}

/// Why something that was asked for cannot be had, such as a notebook at a path.
public struct InputFault: Error {
  /// How a job ends for it.
  public var status: JobStatus
  /// What is to be said, with the path that it is about.
  public var message: String

  package init(status: JobStatus, message: String) {
    self.status = status
    self.message = message
  }
}
