import Foundation
import NotebookSyntax

extension CalendarDate {
  /// The date in the words of a language: `30 November 2026`, `30. November 2026`, `2026年11月30日`.
  ///
  /// - Parameter language: a BCP 47 tag.
  package func text(in language: String) -> String {
    let tag = LanguageTag(language)
    guard month != nil, Self.knownLanguages.contains(tag.language), let date = firstMoment else {
      return text
    }
    // Where nobody says whose English it is, the day stands before the month as nearly everywhere.
    let locale = Locale(identifier: tag.language == "en" && tag.isPlain ? "en-001" : language)
    var style = Date.FormatStyle(locale: locale, calendar: Self.calendar, timeZone: .gmt)
      .year().month(.wide)
    if day != nil { style = style.day() }
    return date.formatted(style)
  }

  private var firstMoment: Date? {
    Self.calendar.date(from: DateComponents(year: year, month: month ?? 1, day: day ?? 1))
  }

  private static let calendar: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar
  }()

  /// The languages in which the names of months are known.
  private static let knownLanguages = Set(
    Locale.availableIdentifiers.map { LanguageTag($0).language }
  )
}

extension LaidOutNotebook {
  /// The notebook's date as a page says it; `nil` where the notebook has none.
  package var date: String? {
    let frontMatter = notebook.frontMatter
    return frontMatter.day?.text(in: frontMatter.language) ?? frontMatter.date
  }
}
