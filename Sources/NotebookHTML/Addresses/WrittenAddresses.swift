import Documents
import NotebookLayout

/// Where addresses, and the names that links can lead to, stand in what was written.
///
/// They are noted while it is written, so that a long page need not be read again. Raw markup is read by
/// itself; where it leaves open what a browser would go on with, as a comment, nothing is known of what
/// follows, and the whole must be read as a browser reads it.
struct WrittenAddresses: Sendable {
  /// An attribute that holds addresses.
  struct Spot: Sendable {
    /// The value with its quotation marks.
    var written: Range<Int>
    /// The value.
    var value: Range<Int>
    var role: PageAddress.Role
    var form: MarkupTags.Tag.Form
  }

  /// In order.
  private(set) var spots: [Spot] = []
  /// The values that are names.
  private(set) var anchors: [Range<Int>] = []
  /// Whether all are known.
  private(set) var isComplete = true
  /// Whether what is written is the text of an element in which no markup is looked for.
  var isWithinText = false

  init() {}

  /// All that stand in markup.
  init(readIn bytes: [UInt8]) { read(bytes, from: 0) }

  /// Notes an attribute that was written in quotation marks.
  mutating func add(_ attribute: StaticString, of element: StaticString, at written: Range<Int>) {
    let value = written.lowerBound + 1..<written.upperBound - 1
    let (attribute, element) = ("\(attribute)", "\(element)")
    if MarkupTags.Tag.isAnchor(attribute, of: element) { anchors.append(value) }
    if let (role, form) = MarkupTags.Tag.use(of: attribute, in: element) {
      spots.append(Spot(written: written, value: value, role: role, form: form))
    }
  }

  /// Notes what stands in raw markup, which ends with the bytes.
  mutating func read(_ bytes: [UInt8], from start: Int) {
    guard isComplete, !isWithinText, bytes[start...].contains(UInt8(ascii: "<")) else { return }
    var tags = MarkupTags(bytes, from: start)
    while let tag = tags.next() {
      anchors += tag.anchors.map(\.value)
      spots += tag.addresses.map { attribute, role, form in
        Spot(written: attribute.written, value: attribute.value, role: role, form: form)
      }
    }
    if tags.isLeftOpen { isComplete = false }
  }

  /// Notes what was noted elsewhere, for what was written there stands here.
  mutating func add(_ others: WrittenAddresses, movedBy distance: Int) {
    isComplete = isComplete && others.isComplete
    anchors += others.anchors.lazy.map { $0.moved(by: distance) }
    spots += others.spots.lazy.map { spot in
      var spot = spot
      spot.written = spot.written.moved(by: distance)
      spot.value = spot.value.moved(by: distance)
      return spot
    }
  }
}
