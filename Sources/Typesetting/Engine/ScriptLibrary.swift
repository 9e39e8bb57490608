import Foundation

/// The C calls of JavaScriptCore that are used here, found when the program runs, so that building
/// needs no header and a machine without the library still renders in other ways.
struct ScriptLibrary {
  typealias Reference = OpaquePointer
  typealias Exception = UnsafeMutablePointer<Reference?>

  let makeContext: @convention(c) (Reference?) -> Reference?
  let releaseContext: @convention(c) (Reference?) -> Void
  let globalObject: @convention(c) (Reference?) -> Reference?
  let evaluate:
    @convention(c) (Reference?, Reference?, Reference?, Reference?, Int32, Exception?) -> Reference?
  let call:
    @convention(c) (
      Reference?, Reference?, Reference?, Int, UnsafePointer<Reference?>?, Exception?
    ) -> Reference?
  let property: @convention(c) (Reference?, Reference?, Reference?, Exception?) -> Reference?
  let object: @convention(c) (Reference?, Reference?, Exception?) -> Reference?
  let isObject: @convention(c) (Reference?, Reference?) -> Bool
  let collectGarbage: @convention(c) (Reference?) -> Void
  let makeString: @convention(c) (UnsafePointer<CChar>?) -> Reference?
  let releaseString: @convention(c) (Reference?) -> Void
  let maximumSize: @convention(c) (Reference?) -> Int
  let copyUTF8: @convention(c) (Reference?, UnsafeMutablePointer<CChar>?, Int) -> Int
  let stringValue: @convention(c) (Reference?, Reference?) -> Reference?
  let copyString: @convention(c) (Reference?, Reference?, Exception?) -> Reference?
  let setProperty:
    @convention(c) (Reference?, Reference?, Reference?, Reference?, UInt32, Exception?) -> Void
  let makeTypedArray:
    @convention(c) (
      Reference?, UInt32, UnsafeMutableRawPointer?, Int,
      (@convention(c) (UnsafeMutableRawPointer?, UnsafeMutableRawPointer?) -> Void)?,
      UnsafeMutableRawPointer?, Exception?
    ) -> Reference?
  let group: @convention(c) (Reference?) -> Reference?
  /// Has a running script looked after every so many seconds; a private call, so it may be missing.
  let setTimeLimit:
    (
      @convention(c) (
        Reference?, Double, (@convention(c) (Reference?, UnsafeMutableRawPointer?) -> Bool)?,
        UnsafeMutableRawPointer?
      ) -> Void
    )?
  let clearTimeLimit: (@convention(c) (Reference?) -> Void)?
  /// Not in the framework of macOS.
  let setOption: (@convention(c) (UnsafePointer<CChar>?, Int32) -> Int32)?

  #if os(macOS)
    static let path = "/System/Library/Frameworks/JavaScriptCore.framework/JavaScriptCore"
  #else
    static let path = "libjavascriptcoregtk-4.1.so.0"
  #endif

  /// The library, tuned for what is done here.
  ///
  /// Throws ``TypesettingFault/engineIsMissing`` where it is not installed.
  static let tuned = Result { () throws(TypesettingFault) in
    let library = try ScriptLibrary()
    library.tune()
    return library
  }

  /// Has the last of JavaScriptCore's compilers wait sixteen times as long as it would. Optimizing
  /// hundreds of MathJax's functions once more takes seconds, and tens of thousands of formulas are
  /// set before that has paid.
  ///
  /// The library reads its options when it makes the first context.
  private func tune() { _ = setOption?("thresholdForFTLOptimizeAfterWarmUp", 1_000_000) }

  /// - Throws: ``TypesettingFault/engineIsMissing`` where the library is not installed.
  init(path: String = ScriptLibrary.path) throws(TypesettingFault) {
    guard let library = dlopen(path, RTLD_NOW | RTLD_LOCAL) else { throw .engineIsMissing }
    func symbol<Function>(_ name: String) throws(TypesettingFault) -> Function {
      guard let address = dlsym(library, name) else { throw .engineIsMissing }
      return unsafeBitCast(address, to: Function.self)
    }
    makeContext = try symbol("JSGlobalContextCreate")
    releaseContext = try symbol("JSGlobalContextRelease")
    globalObject = try symbol("JSContextGetGlobalObject")
    evaluate = try symbol("JSEvaluateScript")
    call = try symbol("JSObjectCallAsFunction")
    property = try symbol("JSObjectGetProperty")
    object = try symbol("JSValueToObject")
    isObject = try symbol("JSValueIsObject")
    // The ordinary call only hints, to a run loop that this thread does not have.
    collectGarbage =
      if let collect: @convention(c) (Reference?) -> Void =
        try? symbol("JSSynchronousGarbageCollectForDebugging")
      { collect } else { try symbol("JSGarbageCollect") }
    makeString = try symbol("JSStringCreateWithUTF8CString")
    releaseString = try symbol("JSStringRelease")
    maximumSize = try symbol("JSStringGetMaximumUTF8CStringSize")
    copyUTF8 = try symbol("JSStringGetUTF8CString")
    stringValue = try symbol("JSValueMakeString")
    copyString = try symbol("JSValueToStringCopy")
    setProperty = try symbol("JSObjectSetProperty")
    makeTypedArray = try symbol("JSObjectMakeTypedArrayWithBytesNoCopy")
    group = try symbol("JSContextGetGroup")
    setTimeLimit = try? symbol("JSContextGroupSetExecutionTimeLimit")
    clearTimeLimit = try? symbol("JSContextGroupClearExecutionTimeLimit")
    setOption = try? symbol("jsc_options_set_int")
  }
}
