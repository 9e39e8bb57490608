/// Names from outside of a program that neither tell nor change anything of the process, its folder or
/// its files. A name that is missing here costs no more than a value that is computed once more.
enum HarmlessNames {
  /// Whether it is one of them.
  static func contain(_ name: String) -> Bool { all.contains(name) }

  private static let all = Set(
    (standard + " " + mathematics + " " + libraries + " " + foundation).split(
      whereSeparator: \.isWhitespace
    )
    .map(String.init)
  )

  /// Of the standard library and what comes with it.
  private static let standard = """
      Actor AdditiveArithmetic AlternationBuilder Anchor AnyActor AnyBidirectionalCollection
      AnyClass AnyCollection AnyDerivative AnyDifferentiable AnyHashable AnyIterator AnyKeyPath
      AnyObject AnyRandomAccessCollection AnyRegexOutput AnySequence Array ArraySlice
      AsyncIteratorProtocol AsyncSequence AsyncStream AsyncThrowingStream Atomic
      AtomicLazyReference AtomicLoadOrdering AtomicOptionalRepresentable AtomicRepresentable
      AtomicStoreOrdering AtomicUpdateOrdering BidirectionalCollection BinaryFloatingPoint
      BinaryInteger BitwiseCopyable Bool BooleanLiteralType CBool CChar CDouble CFloat CInt CLong
      CVarArg CancellationError Capture CaseIterable Character CharacterClass CheckedContinuation
      ChoiceOf Clock ClosedRange ClosedRangeIndex Codable CodingKey CodingKeyRepresentable
      CodingUserInfoKey Collection CollectionDifference CollectionOfOne Comparable ConcurrentValue
      ContiguousArray ContinuousClock Copyable CountableClosedRange CountableRange
      CustomConsumingRegexComponent CustomDebugStringConvertible CustomLeafReflectable
      CustomPlaygroundDisplayConvertible CustomReflectable CustomStringConvertible
      DebugDescription Decodable Decoder DecodingError DefaultStringInterpolation Dictionary
      DictionaryLiteral Differentiable DiscardingTaskGroup DiscontiguousSlice Double Duration
      DurationProtocol EmptyCollection EmptyIterator Encodable Encoder EncodingError
      EnumeratedIterator EnumeratedSequence Equatable Error Escapable Executor ExecutorJob
      ExpressibleByArrayLiteral ExpressibleByBooleanLiteral ExpressibleByDictionaryLiteral
      ExpressibleByExtendedGraphemeClusterLiteral ExpressibleByFloatLiteral
      ExpressibleByIntegerLiteral ExpressibleByNilLiteral ExpressibleByStringInterpolation
      ExpressibleByStringLiteral ExpressibleByUnicodeScalarLiteral FixedWidthInteger Float Float16
      Float32 Float64 Float80 FloatLiteralType FloatingPoint FloatingPointClassification
      FloatingPointRoundingRule FloatingPointSign GlobalActor Hashable Hasher Identifiable
      IndexingIterator InlineArray InstantProtocol Int Int128 Int16 Int32 Int64 Int8
      IntegerLiteralType IteratorOverOne IteratorProtocol IteratorSequence Job JobPriority
      JoinedIterator JoinedSequence KeyPath KeyValuePairs KeyedDecodingContainer
      KeyedDecodingContainerProtocol KeyedEncodingContainer KeyedEncodingContainerProtocol
      LazyCollection LazyFilterSequence LazyMapSequence LazySequence Local Lookahead
      LosslessStringConvertible MainActor ManagedBuffer ManagedBufferPointer MemoryLayout Mirror
      MirrorPath MutableCollection MutableRawSpan MutableSpan Mutex NegativeLookahead Never
      Numeric ObjectIdentifier Observable ObservationIgnored ObservationRegistrar
      ObservationTracked Observations One OneOrMore OpaquePointer OptionSet Optional Optionally
      OutputRawSpan OutputSpan PartialAsyncTask PartialKeyPath PartialRangeFrom
      PartialRangeThrough PartialRangeUpTo RandomAccessCollection RandomNumberGenerator Range
      RangeExpression RangeReplaceableCollection RangeSet RawRepresentable RawSpan Reference
      ReferenceWritableKeyPath Regex RegexComponent RegexComponentBuilder RegexRepetitionBehavior
      RegexSemanticLevel RegexWordBoundaryKind Repeat Repeated Result ReversedCollection SIMD
      SIMD16 SIMD2 SIMD3 SIMD32 SIMD4 SIMD64 SIMD8 SIMDMask SIMDScalar SIMDStorage Sendable
      SendableMetatype Sequence SerialExecutor Set SetAlgebra SignedInteger SignedNumeric
      SingleValueDecodingContainer SingleValueEncodingContainer Slice Span StaticBigInt
      StaticString StrideThrough StrideTo Strideable String StringInterpolationProtocol
      StringLiteralType StringProtocol Substring SuspendingClock SystemRandomNumberGenerator Task
      TaskExecutor TaskGroup TaskLocal TaskPriority TextOutputStream TextOutputStreamable
      ThrowingDiscardingTaskGroup ThrowingTaskGroup TryCapture UInt UInt128 UInt16 UInt32 UInt64
      UInt8 UTF16 UTF32 UTF8 UTF8Span Unicode UnicodeCodec UnicodeDecodingResult UnicodeScalar
      UnkeyedDecodingContainer UnkeyedEncodingContainer Unmanaged UnownedJob UnownedSerialExecutor
      UnownedTaskExecutor UnsafeBufferPointer UnsafeContinuation UnsafeCurrentTask
      UnsafeMutableBufferPointer UnsafeMutablePointer UnsafeMutableRawBufferPointer
      UnsafeMutableRawPointer UnsafePointer UnsafeRawBufferPointer UnsafeRawPointer
      UnsafeThrowingContinuation UnsignedInteger Void WordPair WritableKeyPath ZeroOrMore
      Zip2Sequence abs all any assert assertionFailure atomicMemoryFence debugPrint derivative
      differential dump exchange extendLifetime extractIsolation fatalError
      globalConcurrentExecutor gradient isKnownUniquelyReferenced isolation max min numericCast
      pointwiseMax pointwiseMin precondition preconditionFailure print pullback repeatElement
      sequence stride swap transcode type unsafeBitCast unsafeDowncast valueWithDerivative
      valueWithDifferential valueWithGradient valueWithPullback withCheckedContinuation
      withCheckedThrowingContinuation withDiscardingTaskGroup withExtendedLifetime
      withObservationTracking withTaskCancellationHandler withTaskExecutorPreference withTaskGroup
      withTaskPriorityEscalationHandler withThrowingDiscardingTaskGroup withThrowingTaskGroup
      withUnsafeBytes withUnsafeContinuation withUnsafeCurrentTask withUnsafeMutableBytes
      withUnsafeMutablePointer withUnsafePointer withUnsafeTemporaryAllocation
      withUnsafeThrowingContinuation withVaList withoutActuallyEscaping withoutDerivative zip
    """

  /// Of C's mathematics, each also for `Float`.
  private static let mathematics = """
      acos acosh asin asinh atan atan2 atanh cbrt ceil copysign cos cosh erf erfc exp exp2 expm1
      fabs fdim floor fma fmax fmin fmod frexp hypot ilogb j0 j1 jn ldexp lgamma llrint llround
      log log10 log1p log2 logb lrint lround modf nan nearbyint nextafter pow remainder remquo
      rint round scalbn sin sinh sqrt tan tanh tgamma trunc y0 y1 yn acosf acoshf asinf asinhf
      atanf atan2f atanhf cbrtf ceilf copysignf cosf coshf erff erfcf expf exp2f expm1f fabsf
      fdimf floorf fmaf fmaxf fminf fmodf frexpf hypotf ilogbf j0f j1f jnf ldexpf lgammaf llrintf
      llroundf logf log10f log1pf log2f logbf lrintf lroundf modff nanf nearbyintf nextafterf powf
      remainderf remquof rintf roundf scalbnf sinf sinhf sqrtf tanf tanhf tgammaf truncf y0f y1f
      ynf
      M_1_PI M_2_PI M_E M_LN10 M_LN2 M_LOG10E M_LOG2E M_PI M_PI_2 M_PI_4 M_SQRT1_2 M_SQRT2 DBL_EPSILON
      DBL_MAX DBL_MIN FLT_EPSILON FLT_MAX FLT_MIN INT_MAX INT_MIN
    """

  /// Of the libraries for notebooks.
  static let libraries = """
      Area Axis AxisPosition Bar Chart ChartGrid ChartLayer DisplayBundle Displayable Drawing
      Escape FileFailure FormattedMatrix FormattedNumber FormattedVector Grid HeatMap Histogram
      LayerDiagram Line MIMEType Mark MarkBuilder Matrix NumPyText Plot Plottable RealArray Rule
      Scatter Shape TeX Text Vector crossEntropy crossEntropyActivationGradient
      crossEntropyGradient crossEntropyWeightGradient exp hadamard kroneckerDelta log logSoftmax
      logSumExp maximumAbsoluteDifference oneHot outerProduct softmax softmaxJacobian
      softmaxLayerJacobian softmaxLayerWeightGradient softmaxVectorJacobianProduct stored
      weightedSums weightedSumsJacobian
    """

  /// Of Foundation and of C, what only computes, waits or prints; and what code names without a word of
  /// its own.
  private static let foundation = """
      Self error newValue oldValue self
      CGFloat CGPoint CGRect CGSize CGVector CharacterSet ComparisonResult Data DateInterval Decimal
      Date DispatchGroup DispatchQueue DispatchSemaphore DispatchTime DispatchTimeInterval IndexPath
      IndexSet JSONDecoder JSONEncoder JSONSerialization LocalizedError Measurement NSCondition NSError
      NSLock NSMutableArray NSNumber NSObject NSRange NSRecursiveLock NSRegularExpression
      PropertyListDecoder PropertyListEncoder Scanner SortDescriptor SortOrder TimeInterval URLComponents
      URLQueryItem UUID Unit UnitAngle UnitArea UnitDuration UnitEnergy UnitLength UnitMass UnitPower
      UnitPressure UnitSpeed UnitTemperature UnitVolume abort clock exit fflush fputc fputs free malloc
      memcmp memcpy memmove memset putchar puts readLine sleep stderr stdout strcmp strlen usleep
    """
}
