import ArgumentParser
import NotebookExecution
import NotebookProject
import NotebookSyntax

/// What pages are like and where they go, for every command that has to do with pages.
struct PageArguments: ParsableArguments {
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Where the pages go.", valueName: "folder")
  )
  var output = "Output"

  @Option(
    help: ArgumentHelp(
      "The folder, or notebook, that is rendered as a whole, where only a part of it is named: pages "
        + "lie as they do below this folder, and refer to all its labels. May be given again.",
      valueName: "folder"
    )
  )
  var root: [String] = []

  @Option(
    help: ArgumentHelp(
      "The form of the pages: \(PageForm.list). May be given again, or name several with commas; if it is "
        + "not given, what 'to:' in lectern.yml says, or else html.",
      valueName: "form"
    )
  )
  var to: [String] = []

  @Option(
    help: ArgumentHelp(
      "The size of the smallest heading that begins a slide, from 1 for the largest; 2 if it is not given.",
      valueName: "size"
    )
  )
  var slideLevel: Int?

  @OptionGroup var looks: LookArguments

  func validate() throws {
    try NamedPath.check(output, "--output", takes: "a folder")
    try NamedPath.check(root)
    let forms = try forms()
    guard let slideLevel else { return }
    guard (1...6).contains(slideLevel) else {
      throw ValidationError("--slide-level takes a size from 1 to 6, not '\(slideLevel)'.")
    }
    guard forms.contains(.slides) else {
      throw ValidationError("--slide-level is for slides, and --to does not name them.")
    }
  }

  /// The forms of the pages.
  func forms() throws -> [PageForm] {
    do throws(PageForm.Fault) {
      return to.isEmpty ? [.html] : try PageForm.named(to)
    } catch {
      throw ValidationError(error.description)
    }
  }

  /// What is wanted of them.
  var formSettings: FormSettings {
    var settings = FormSettings()
    if let slideLevel { settings.slideLevel = slideLevel }
    return settings
  }

  /// The folder for the pages, written without the slashes that may stand behind its name.
  var outputFolder: String {
    let trimmed = output.reversed().drop { $0 == "/" }
    return trimmed.isEmpty ? output : String(trimmed.reversed())
  }

  /// What is rendered as a whole, where some paths are named.
  func scope(of paths: [String]) -> [String] { root.isEmpty ? paths : root }

  /// The job of making pages like that.
  func job(making paths: [String], _ options: RunOptions) throws -> RenderJob {
    var job = RenderJob(paths: paths, outputFolder: outputFolder)
    job.roots = root
    job.forms = try forms()
    job.takesProjectForms = to.isEmpty
    job.formSettings = formSettings
    looks.apply(to: &job)
    job.runOptions = options
    return job
  }
}

/// What pages are like.
struct LookArguments: ParsableArguments {
  @Flag(help: "Lay the pages out without compiling or running any cell.")
  var noRun = false

  @Option(
    help: ArgumentHelp(
      "Where formulas and charts are set: svg, when the page is made, or browser. It stands above "
        + "'math:' in a notebook; svg if neither says anything.",
      valueName: "svg|browser"
    )
  )
  var math: TypesettingMode?

  @Option(
    help: ArgumentHelp(
      "Where pages have their images: embed, in the page itself, or copy, in files beside it. It stands "
        + "above 'images:' in a notebook; embed if neither says anything.",
      valueName: "embed|copy"
    )
  )
  var images: ImagePlacement?

  @Option(
    help: ArgumentHelp(
      "The variant of the course, such as student: what is marked for another is left out.",
      valueName: "name"
    )
  )
  var variant: String?

  @Option(help: ArgumentHelp("A Mustache template instead of the built-in one.", valueName: "file"))
  var template: String?

  func validate() throws {
    try NamedPath.check(template, "--template", takes: "a file")
  }

  /// Has a job make pages like that.
  func apply(to job: inout RenderJob) {
    job.templatePath = template
    job.typesetting = math
    job.images = images
    job.variant = variant
    job.runsCells = !noRun
  }
}

extension TypesettingMode: ExpressibleByArgument {}

extension ImagePlacement: ExpressibleByArgument {}
