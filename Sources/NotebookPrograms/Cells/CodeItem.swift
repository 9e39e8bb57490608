import SwiftSyntax

/// A statement, expression or declaration at the top level of a piece.
struct CodeItem: Sendable {
  /// What a program does with an item.
  enum Role: Sendable, Equatable {
    /// An import, extension, operator, precedence group or macro, which only a file's level may hold.
    case fileLevel
    /// A type.
    case type
    /// A function.
    case function
    /// A declaration of variables or constants.
    case variables
    /// An expression whose value is shown.
    case shown
    /// An assignment, a loop, a `guard` and everything else.
    case statement
  }

  /// The item in the tree of its piece, at its place there.
  let node: CodeBlockItemSyntax
  var role: Role
  /// The item's bytes in the piece's code, without the comments around it.
  var range: Range<Int>
  /// Whether it does something when the program comes to it, rather than only declare.
  var runs: Bool
  /// Whether it can stand in a block as well as at the file's level: it declares nothing, and nothing
  /// of it happens at the block's end.
  var fitsBlock: Bool
  /// What it declares for the code after it.
  var declared: [DeclaredName]
  /// The names in it that are not members of something: what it may refer to.
  var mentioned: [Mention]
  /// The names that it binds for itself, such as a closure's parameters.
  var bound: Set<String>
  /// The imported module, where it is an import.
  var module: String?
  /// The name of the type, where it is an extension.
  var extendedType: String?
  /// Where its first `try` stands in the piece's code.
  var attempt: Int?
  /// Whether in a library's file, where statements stand in functions and variables get their values in
  /// their turn, it does what it does in a script, if it compiles there.
  var fitsLibrary: Bool
  /// Its access modifiers, such as `public`, which only a file's level may hold.
  var accessModifiers: [Range<Int>]
  /// The parts of it that are string literals of several lines.
  var textBlocks: [Range<Int>]

  /// A name and where it stands in the piece's code.
  struct Mention: Sendable {
    var name: String
    var offset: Int
    /// Whether it stands in a closure, which may be called later.
    var isInClosure = false
  }
}

/// A name that an item declares.
struct DeclaredName: Sendable {
  /// What the name is for.
  enum Kind: Sendable, Equatable {
    case variable, type
    /// A function with the text of its parameters, which tells overloads apart.
    case function(signature: String)
  }

  var name: String
  var kind: Kind
  /// Where the name stands in the piece's code.
  var offset: Int
  /// Whether it has no storage, so that it can be read before the program comes to it.
  var isComputed = false

  /// Whether this name and an earlier one cannot stand in the same scope.
  func redeclares(_ earlier: DeclaredName) -> Bool {
    guard name == earlier.name else { return false }
    switch (kind, earlier.kind) {
    case (.function(let left), .function(let right)): return left == right
    default: return true
    }
  }
}
