import Yams

extension MetadataValue {
  init(_ node: Node) {
    if let sequence = node.sequence {
      self = .list(sequence.map(MetadataValue.init))
    } else if let mapping = node.mapping {
      var map: [String: MetadataValue] = [:]
      for (key, value) in mapping { map[key.string ?? ""] = MetadataValue(value) }
      self = .map(map)
    } else if let boolean = node.bool {
      self = .boolean(boolean)
    } else if let number = node.float {
      self = .number(number)
    } else if node.null != nil {
      self = .null
    } else {
      self = .string(node.scalar?.string ?? "")
    }
  }
}
