extension SourceText {
  /// What makes bytes unfit to be a document: each fault with its place.
  public var faults: [Diagnostic] {
    if let bad = firstInvalidByte {
      return [
        Diagnostic(
          .error,
          .notUTF8,
          "this is not UTF-8",
          help: "save the document in the UTF-8 encoding",
          in: self,
          at: bad..<bad + 1
        )
      ]
    }
    if let nul = content.firstIndex(of: 0) {
      return [
        Diagnostic(
          .error,
          .nulByte,
          "there is a NUL byte in the text",
          help: "remove it; a Markdown document holds only text",
          in: self,
          at: nul..<nul + 1
        )
      ]
    }
    return []
  }

  private var content: ArraySlice<UInt8> { bytes[contentStart..<contentEnd] }

  private var firstInvalidByte: Int? {
    guard String(validating: content, as: UTF8.self) == nil else { return nil }
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = content.makeIterator()
    var offset = contentStart
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): offset += scalar.count
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }
}
