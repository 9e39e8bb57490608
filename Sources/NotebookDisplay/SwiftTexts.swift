extension DisplayBundle {
  /// The same with the texts by which Swift itself writes a value, so that a promise may use them:
  /// its description, its debug description with and without modules, and a sequence's elements.
  ///
  /// - Parameter isAskedFor: whether a comment promises the value.
  func withSwiftTexts(of value: Any, isAskedFor: Bool) -> DisplayBundle {
    var forms = forms
    var known: Set = [plain]
    func add(_ text: String?, as type: MIMEType) {
      guard let text, known.insert(text).inserted else { return }
      forms[type] = text
    }
    add(ValueText.of(value), as: .line)
    add(ValueText.of(value, as: .description), as: .description)
    add(ValueText.of(value, as: .debug), as: .debugDescription)
    add(ValueText.of(value, as: .qualifiedDebug), as: .qualifiedDebugDescription)
    // As it is, where the value has its own way that is not seen above.
    if plain.utf8.count < 1 << 16 { add(String(reflecting: value), as: .reflection) }
    add(SequenceElements.promised(value, isAskedFor: isAskedFor), as: .elements)
    return DisplayBundle(plain: plain, forms, prefersPlain: prefersPlain)
  }
}
