extension String {
  /// Whether this code may ask where it stands, so that its place is a part of what it says.
  var mentionsPlace: Bool {
    ["#line", "#file", "#column", "#_sourceLocation"].contains { contains($0) }
  }

  /// Whether a function in this code may ask for the place of each call, by a default value.
  package var takesPlaceByDefault: Bool {
    mentionsPlace && contains(/=\s*#(?:line|file|fileID|filePath|column|_sourceLocation)\b/)
  }

  /// Whether this code may ask where it stands or what the function around it is called.
  var mentionsSurroundings: Bool { mentionsPlace || contains("#function") }
}
