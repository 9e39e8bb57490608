import Files
import NotebookHTML
import ResultStore
import Synchronization
import Typesetting

/// The courses among the pages that lie together. Their notebooks are read when the first page asks for what
/// is around it.
final class CourseSite: Sendable {
  let courses: Courses
  /// What was made for their searches beside the pages.
  let searchEntries = SearchEntries()
  private let use: StoreUse?
  /// Sets the formulas in the titles of chapters.
  private let typesetter: Typesetter?
  private let files: FileView
  private let readings = Mutex<[PathKey: CourseReading]>([:])

  /// - Parameters:
  ///   - courses: the courses.
  ///   - use: where it is kept what is read out of notebooks.
  ///   - typesetter: sets the formulas in the titles of chapters; `nil` where nobody shows them.
  ///   - files: how they are read; it notes them for all pages.
  init(
    _ courses: Courses,
    _ use: StoreUse? = nil,
    typesetter: Typesetter? = nil,
    files: FileView
  ) {
    self.typesetter = typesetter
    self.courses = courses
    self.use = use
    self.files = files
  }

  /// What the pages of a notebook's course show of each other; `nil` where it belongs to none.
  func reading(of input: NotebookInput) -> CourseReading? {
    courses.course(of: input).map(reading(of:))
  }

  func reading(of course: Course) -> CourseReading {
    readings.withLock { readings in
      let key = PathKey(course.project.path)
      if let known = readings[key] { return known }
      let reading = CourseReading(course, use, in: files, settingBy: typesetter)
      readings[key] = reading
      return reading
    }
  }

  /// Reads some notebooks anew.
  /// - Parameter hasChanged: tells whether a file changed.
  func refresh(where hasChanged: (String) -> Bool) {
    readings.withLock { readings in
      readings = readings.mapValues { old in
        guard old.course.chapters.contains(where: { hasChanged($0.input.path) }) else { return old }
        return CourseReading(
          old.course,
          use,
          in: files,
          settingBy: typesetter,
          after: old,
          where: hasChanged
        )
      }
    }
  }

  /// Whether a page is made that no notebook is behind.
  /// - Parameter page: its path below the output folder.
  func makes(_ page: String) -> Bool {
    courses.all.contains { course in
      let names = CourseReading.Made.allCases.filter {
        PathKey(course.prefix + $0.rawValue) == PathKey(page)
      }
      let reading = reading(of: course)
      return names.contains { reading.made.contains($0) }
        || reading.libraries.all.contains { PathKey($0.address) == PathKey(page) }
    }
  }
}
