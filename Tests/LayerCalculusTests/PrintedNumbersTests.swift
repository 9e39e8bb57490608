import LayerCalculus
import NotebookDisplay
import Testing

/// The numbers printed in *Derivative of the Softmax Layer*. Those of its matrices are cut off, not
/// rounded, and two have a digit less or more than their neighbours; every digit printed is right.
@Suite("Numbers printed in the article")
struct PrintedNumbersTests {
  @Test("the activations h")
  func activations() {
    #expect(
      ArticleExample.h.description
        == "[0.19091352 0.20353145 0.21698333 0.23132428 0.15724743]"
    )
  }

  @Test("dS/dz, cut off after the printed digits")
  func jacobian() {
    expectCutOff(
      softmaxJacobian(activations: ArticleExample.h),
      """
      0.154465 -0.038856 -0.041425 -0.044162 -0.030020
      -0.038856 0.162106 -0.044162 -0.047081 -0.032004
      -0.041425 -0.044162 0.1699015 -0.050193 -0.034120
      -0.044162 -0.047081 -0.050193 0.177813 -0.036375
      -0.030020 -0.032004 -0.034120 -0.036375 0.132520
      """
    )
  }

  @Test("dz/dW, printed as NumPy prints it")
  func weightedSums() {
    let J = weightedSumsJacobian(weights: ArticleExample.W, inputs: ArticleExample.x)
    #expect(
      J.description == """
        [[0.1 0.  0.  0.  0. ]
         [0.5 0.  0.  0.  0. ]
         [0.4 0.  0.  0.  0. ]
         [0.  0.1 0.  0.  0. ]
         [0.  0.5 0.  0.  0. ]
         [0.  0.4 0.  0.  0. ]
         [0.  0.  0.1 0.  0. ]
         [0.  0.  0.5 0.  0. ]
         [0.  0.  0.4 0.  0. ]
         [0.  0.  0.  0.1 0. ]
         [0.  0.  0.  0.5 0. ]
         [0.  0.  0.  0.4 0. ]
         [0.  0.  0.  0.  0.1]
         [0.  0.  0.  0.  0.5]
         [0.  0.  0.  0.  0.4]]
        """
    )
  }

  @Test("dS/dW by the chain rule and by the shortcut, cut off after the printed digits")
  func layer() {
    let (W, x, h) = (ArticleExample.W, ArticleExample.x, ArticleExample.h)
    for J in [
      softmaxLayerJacobian(weights: W, inputs: x), softmaxLayerJacobian(activations: h, inputs: x),
    ] {
      expectCutOff(
        J,
        """
        0.01544 0.07723 0.06178 -0.00388 -0.01942 -0.01554 -0.00414 -0.02071 -0.01657 \
        -0.00441 -0.02208 -0.01766 -0.00300 -0.01501 -0.01200
        -0.00388 -0.01942 -0.01554 0.01621 0.0810 0.06484 -0.00441 -0.02208 -0.01766 \
        -0.00470 -0.02354 -0.01883 -0.00320 -0.01600 -0.01280
        -0.00414 -0.02071 -0.01657 -0.00441 -0.02208 -0.01766 0.01699 0.08495 0.06796 \
        -0.00501 -0.02509 -0.02007 -0.00341 -0.01706 -0.01364
        -0.00441 -0.02208 -0.01766 -0.00470 -0.02354 -0.01883 -0.00501 -0.02509 -0.02007 \
        0.01778 0.08890 0.07112 -0.00363 -0.01818 -0.01455
        -0.00300 -0.01501 -0.01200 -0.00320 -0.01600 -0.01280 -0.00341 -0.01706 -0.01364 \
        -0.00363 -0.01818 -0.01455 0.01325 0.06626 0.05300
        """
      )
    }
  }

  /// That each printed number is the beginning of the computed one's digits.
  private func expectCutOff(
    _ matrix: Matrix,
    _ printed: String,
    at location: SourceLocation = #_sourceLocation
  ) {
    let rows = printed.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    let computed = matrix.rowVectors.map { row in row.elements.map { $0.digits(15).description } }
    #expect(rows.map(\.count) == computed.map(\.count), sourceLocation: location)
    let begun = zip(computed, rows).map { zip($0, $1).map { String($0.prefix($1.count)) } }
    #expect(begun == rows, sourceLocation: location)
  }
}
