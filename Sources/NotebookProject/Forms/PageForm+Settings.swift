extension PageForm {
  /// The options by which a command line asks for the same of this form; none for what is usual.
  func words(of settings: FormSettings) -> [String] {
    switch self {
    case .slides where settings.slideLevel != FormSettings().slideLevel:
      ["--slide-level=\(settings.slideLevel)"]
    case .html, .markdown, .jupyter, .slides, .pdf: []
    }
  }
}
