/// Who looks at a page while it is made, as in a preview.
struct PageOnlooker: Sendable {
  /// Begins the comments by which the page says where its blocks stand in the notebook.
  var sourceMarks: String
  /// What the cells showed when they were last run; `nil` where they were not.
  var earlier: EarlierRun?
  /// Takes the page as it is before its cells have run, with what they showed earlier.
  var showEarly: @Sendable (LivePage) -> Void
  /// Hears what is being done, and on which line of the notebook the cell stands that begins to run.
  var hear: @Sendable (ProgressPhase, Int?) -> Void
}
