/// What of an output's markup would have reached past it.
enum OutputFault: Hashable {
  /// A rule or an element that is about the whole page.
  case leavesOut(String)
  /// A style sheet that is linked to.
  case stylesPage(String)
  case closesNothing(String)
  case staysOpen(String)
  case doesNotEnd(String)

  var message: String {
    switch self {
    case .leavesOut(let what): "'\(what)' is about the whole page and is left out"
    case .stylesPage(let address): "the style sheet '\(address)' holds for the whole page"
    case .closesNothing(let name): "'</\(name)>' closes nothing and is left out"
    case .staysOpen(let name): "'<\(name)>' is not closed"
    case .doesNotEnd(let text): "'\(text)' does not end and is left out"
    }
  }

  var help: String {
    switch self {
    case .leavesOut: "what a cell shows can say only how it looks itself"
    case .stylesPage: "put its rules into a <style> of the output, where they hold for it alone"
    case .closesNothing: "take it away, or open the element before"
    case .staysOpen(let name): "add </\(name)>"
    case .doesNotEnd: "write &lt; for a '<' that begins no element"
    }
  }
}
