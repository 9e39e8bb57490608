/// What the script says about a formula.
struct FormulaReply: Decodable {
  struct Problem: Decodable {
    let message: String
    let identifier: String?
    let offset: Int
    let label: String?

    func fault(in tex: String) -> FormulaFault {
      FormulaFault(
        message: message,
        identifier: identifier ?? "UnknownLabel",
        offset: tex.utf8Offset(utf16: offset),
        unknownLabel: label
      )
    }
  }

  let problems: [Problem]
  let formula: TypesetFormula?
  let defines: Bool

  private enum CodingKeys: CodingKey { case problems, svg, defines }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    problems = try container.decode([Problem].self, forKey: .problems)
    defines = try container.decodeIfPresent(Bool.self, forKey: .defines) ?? false
    formula = container.contains(.svg) ? try TypesetFormula(from: decoder) : nil
  }

  func result(for tex: String) -> FormulaResult {
    let problems = problems.map { $0.fault(in: tex) }
    return FormulaResult(
      formula: formula,
      problems: problems.sorted { $0.offset < $1.offset },
      defines: defines
    )
  }
}

extension String {
  /// The same place counted in UTF-8, as scripts count in UTF-16.
  fileprivate func utf8Offset(utf16 offset: Int) -> Int {
    let index = utf16.index(startIndex, offsetBy: offset, limitedBy: endIndex) ?? endIndex
    return utf8.distance(from: startIndex, to: index)
  }
}
