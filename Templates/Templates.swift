/// What a page is made of besides its content, embedded so that the executable stands alone.
public enum Templates {
  /// The Mustache template of a page.
  public static var page: String { text(PackageResources.page_mustache) }
  /// The style sheet.
  public static var styles: String { text(PackageResources.page_css) }
  /// The further style sheet of pages that belong to a course.
  public static var courseStyles: String { text(PackageResources.course_css) }
  /// The script that every page carries.
  public static var script: String { text(PackageResources.page_js) }
  /// The further script of pages that belong to a course.
  public static var courseScript: String { text(PackageResources.course_js) }
  /// The script that searches in a course.
  public static var searchScript: String { text(PackageResources.search_js) }
  /// The style sheet of that.
  public static var searchStyles: String { text(PackageResources.search_css) }
  /// The script that hands a page's formulas to MathJax.
  public static var mathematics: String { text(PackageResources.mathematics_js) }
  /// The script that draws a page's charts with Vega-Lite.
  public static var charts: String { text(PackageResources.charts_js) }

  /// The Mustache template of slides, in which two comments stand for the style and the script below.
  public static var slides: String { text(PackageResources.slides_mustache) }
  /// The further style sheet of slides.
  public static var slideStyles: String { text(PackageResources.slides_css) }
  /// The script that leads from slide to slide.
  public static var slideScript: String { text(PackageResources.slides_js) }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
