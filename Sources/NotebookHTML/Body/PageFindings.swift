import Documents

/// What is found on writing a page, besides its markup.
struct PageFindings {
  /// What is wrong.
  var diagnostics: [Diagnostic] = []
  /// The addresses of references to other pages, which need no looking up.
  var referenceAddresses: Set<String> = []
  /// The addresses that the page does not hold, as their author wrote them.
  var lostAddresses: [String] = []
  /// The scripts and style sheets that the page's policy has to allow.
  var sources = PolicySources()
  /// What was said about raw markup of which something is left out.
  var removals: Set<Diagnostic> = []
}
