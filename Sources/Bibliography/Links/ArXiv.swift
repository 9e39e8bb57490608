/// A paper's number at arXiv, such as `1706.03762v5` or `hep-th/9901001`.
struct ArXiv {
  /// The number as arXiv writes it.
  let number: String

  /// - Parameters:
  ///   - eprint: the field `eprint`.
  ///   - archive: the field `eprinttype` or `archivePrefix`; without it the number must look like
  ///     one of arXiv's.
  init?(eprint: String, archive: String?) {
    var rest = eprint.filter { !$0.isWhitespace }[...]
    for prefix in ["https://", "http://", "arxiv.org/", "abs/", "arxiv:"]
    where rest.prefix(prefix.count).lowercased() == prefix {
      rest = rest.dropFirst(prefix.count)
    }
    if let archive, archive.lowercased() != "arxiv" { return nil }
    guard let match = rest.wholeMatch(of: #/(\d{4}\.\d{4,5}|[A-Za-z.\-]+/\d{7})(v\d+)?/#) else {
      return nil
    }
    number = String(match.output.0)
  }

  /// The page of the paper.
  var address: String { "https://arxiv.org/abs/" + number }
}
