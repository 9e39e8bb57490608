import NotebookHTML

/// What courses have besides the pages of notebooks.
extension RenderJob {
  /// Makes whole courses as one file each.
  func makeBooks(
    of courses: [Course],
    _ work: NotebookWork,
    _ telling: (Event) -> Void
  ) async -> JobStatus {
    var status = JobStatus.success
    for course in courses where course.project.chapters != nil {
      let book = CourseBook(course, work) { made, renderer in
        var site = site(of: course, work)
        site.renderer = renderer
        return site.page(made)
      }
      for diagnostic in await book.make() {
        telling(.note(diagnostic))
        if diagnostic.severity == .error { status = .inputOutput }
      }
    }
    return status
  }

  func site(of course: Course, _ work: NotebookWork) -> SitePages {
    let reading = work.site.courses.reading(of: course)
    return SitePages(
      outputFolder: outputFolder,
      renderer: work.renderer,
      reading: reading,
      labels: work.labels,
      search: CourseSearch(
        course,
        runOptions.store,
        in: work.files,
        knowing: work.site.courses.searchEntries,
        libraries: reading.libraries.all
      ),
      runner: runsCells ? work.runner : nil,
      files: work.files
    )
  }

  /// Makes what courses have besides the pages of notebooks.
  func makeSites(
    of courses: [Course],
    _ work: NotebookWork,
    _ telling: (Event) -> Void
  ) async -> JobStatus {
    var status = JobStatus.success
    for course in courses {
      for (diagnostic, source) in await site(of: course, work).make(for: work.form) {
        telling(source.map { .project(diagnostic, $0) } ?? .note(diagnostic))
        guard diagnostic.severity == .error else { continue }
        status = max(status, diagnostic.kind == .cannotWrite ? .inputOutput : .failure)
      }
    }
    return status
  }
}
