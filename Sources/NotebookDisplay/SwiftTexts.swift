extension DisplayBundle {
  /// The same with the texts by which Swift itself writes a value, so that a promise may use them:
  /// its description, its debug description with and without modules, and a sequence's elements.
  ///
  /// - Parameter isAskedFor: whether a comment promises the value. Only then is the code run that a
  ///   lazy sequence waits with.
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
    add(SequenceElements.text(of: value, isAskedFor: isAskedFor), as: .elements)
    return DisplayBundle(plain: plain, forms, prefersPlain: prefersPlain)
  }
}

/// The elements of a range, a lazy sequence and the like.
private enum SequenceElements {
  private static let most = 1000

  /// - Returns: `nil` where the value is no such sequence, can be gone through only once, or has too
  ///   many elements.
  static func text(of value: Any, isAskedFor: Bool) -> String? {
    guard let sequence = value as? any Sequence, !(value is any ShownList),
      !(value is any ShownDictionary), !(value is any StringProtocol), !(value is any Displayable),
      type(of: value) is any AnyObject.Type == false
    else { return nil }
    if !isAskedFor {
      // What runs the author's closures is left alone.
      let name = String(reflecting: type(of: value))
      guard name.hasPrefix("Swift."), !name.contains("Lazy"), !name.contains("Unfold") else {
        return nil
      }
    }
    return elements(of: sequence)
  }

  private static func elements<S: Sequence>(of sequence: S) -> String? {
    // What is its own iterator may be used up by looking at it.
    guard S.Iterator.self != S.self else { return nil }
    var elements: [Any] = []
    for element in sequence.prefix(most + 1) { elements.append(element) }
    return elements.count > most ? nil : ValueText.of(elements)
  }
}
