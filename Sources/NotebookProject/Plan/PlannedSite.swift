/// What a course has besides the pages of its notebooks, before it is made.
struct PlannedSite: Sendable {
  /// The list of its pages, which is written with them.
  var list: String
  /// What is made besides.
  var files: [String]
  /// The project file, and the notebooks, in whose texts readers search.
  var origins: [String]
  /// The course's folder.
  var folder: String
  /// Tells what it is made of from anything else.
  var digest: String

  /// - Parameter hasPages: whether pages for browsers are made.
  /// - Returns: `nil` where there is nothing to be made.
  init?(_ reading: CourseReading, hasPages: Bool, outputFolder: String) {
    let course = reading.course
    guard course.project.chapters != nil else { return nil }
    list = "\(outputFolder)/\(course.prefix)\(PageList.name)"
    files =
      hasPages
      ? SitePages.names(of: reading).map { "\(outputFolder)/\(course.prefix)\($0)" } : []
    origins = [course.project.path] + course.notebooks.map(\.path)
    folder = course.project.folder
    digest = reading.statementsDigest
  }
}
