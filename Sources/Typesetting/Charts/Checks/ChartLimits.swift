/// Looks for what would take a chart more time and memory than any picture is worth: data that are made
/// by the million, and steps and ticks without end.
struct ChartLimits {
  /// How many data a chart may make.
  static let mostData = 1_000_000.0
  /// How many steps, bins or ticks a part of it may have.
  static let mostSteps = 100_000.0

  /// What is too much, with its place.
  private(set) var faults: [(message: String, path: [String])] = []

  init(_ root: ChartValue) { visit(root, at: []) }

  private mutating func visit(_ value: ChartValue, at path: [String]) {
    if let members = value.members {
      checkSequence(members, at: path)
      for (name, member) in members.sorted(by: { $0.key < $1.key }) {
        checkSteps(name, member, at: path)
        // Data are what they are: their members have no meaning.
        if name != "values" && name != "datasets" { visit(member, at: path + [name]) }
      }
    } else {
      for (index, element) in (value.elements ?? []).enumerated() {
        var path = path
        path[path.count - 1] += "[\(index)]"
        visit(element, at: path)
      }
    }
  }

  /// `{"start": 0, "stop": 10, "step": 0.1}`, wherever it stands.
  private mutating func checkSequence(_ members: [String: ChartValue], at path: [String]) {
    guard let stop = members["stop"]?.number else { return }
    let start = members["start"]?.number ?? 0
    let step = members["step"]?.number ?? 1
    let count = step == 0 ? .infinity : (stop - start) / step
    guard !(count <= Self.mostData) else { return }
    let words = count.isFinite ? "\(Self.grouped(count)) data" : "data without end"
    faults.append(
      ("the sequence makes \(words); a chart may make \(Self.grouped(Self.mostData))", path)
    )
  }

  private mutating func checkSteps(_ name: String, _ value: ChartValue, at path: [String]) {
    guard
      ["steps", "tickCount", "maxbins", "minsteps", "maxsteps", "ticks", "count"].contains(name),
      case .number(let count) = value, count > Self.mostSteps
    else { return }
    faults.append(
      (
        "\(Self.grouped(count)) are too many; there may be \(Self.grouped(Self.mostSteps))",
        path + [name]
      )
    )
  }

  /// A whole number with its digits in groups of three.
  private static func grouped(_ count: Double) -> String {
    guard count < 1e15 else { return "\(count)" }
    let digits = String(Int(count))
    return String(
      digits.reversed().enumerated()
        .flatMap { index, digit in index > 0 && index % 3 == 0 ? [",", digit] : [digit] }.reversed()
    )
  }
}
