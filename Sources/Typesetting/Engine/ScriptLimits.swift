/// What setting one formula or drawing one chart may take before it is ended.
public struct ScriptLimits: Hashable, Sendable {
  /// The processor's time in seconds.
  public var time: Double
  /// How much the program's memory may grow, in bytes.
  public var memory: Int

  /// - Parameters:
  ///   - time: the processor's time in seconds.
  ///   - memory: how much the program's memory may grow, in bytes.
  public init(time: Double = 20, memory: Int = 1 << 30) {
    self.time = time
    self.memory = memory
  }
}
