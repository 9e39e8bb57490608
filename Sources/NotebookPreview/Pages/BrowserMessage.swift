import Foundation

/// What a browser is told about the page that it shows.
enum BrowserMessage: Sendable, Equatable {
  /// A part of what to do so that the page's next version is shown.
  case patch(PagePatch, version: Int, from: Int?, edited: Int?)
  /// The page is to be loaded anew: nobody knows how to change it in place.
  case reload
  /// Whether the results on the page are of an earlier time, and what is done about it.
  case state(PageState)
  /// What is wrong; nothing where all is well.
  case faults([PageFault])

  /// As JSON.
  var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    // All of it is text and numbers.
    let data = (try? encoder.encode(Form(self))) ?? Data("{}".utf8)
    return String(decoding: data, as: UTF8.self)
  }

  /// The fields of the JSON; those that a kind does not have are left out.
  private struct Form: Encodable {
    var kind: String
    var version: Int?
    var from: Int?
    var edited: Int?
    var steps: [Step]?
    var lines: [Int]?
    var frame: [String]?
    var state: PageState?
    var faults: [PageFault]?

    init(_ message: BrowserMessage) {
      switch message {
      case .patch(let patch, let version, let from, let edited):
        kind = "patch"
        (self.version, self.from, self.edited) = (version, from, edited)
        (steps, lines, frame) = (patch.steps.map(Step.init), patch.lines, patch.frame)
      case .reload: kind = "reload"
      case .state(let state): (kind, self.state) = ("state", state)
      case .faults(let faults): (kind, self.faults) = ("faults", faults)
      }
    }
  }

  private struct Step: Encodable {
    var keep: Int?
    var remove: Int?
    var insert: [String]?
    var change: String?

    init(_ step: PagePatch.Step) {
      switch step {
      case .keep(let count): keep = count
      case .remove(let count): remove = count
      case .insert(let blocks): insert = blocks
      case .change(let block): change = block
      }
    }
  }
}

/// How far a page has come.
struct PageState: Sendable, Equatable, Encodable {
  /// What is done, in words; `nil` where nothing is.
  var activity: String?
  /// Whether the results on the page are those of an earlier time.
  var isStale = false
  /// The line of the piece that runs.
  var line: Int?
}

/// Something that is wrong with a page, in words.
struct PageFault: Sendable, Equatable, Encodable {
  /// `error` or `warning`.
  var severity: String
  /// As a terminal shows it, with place, excerpt and help.
  var text: String
  /// Where it is in the notebook of the page.
  var line: Int?
}
