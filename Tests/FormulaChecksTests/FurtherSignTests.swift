import FormulaChecks
import Testing

/// Signs and ways of writing that are rarer: remainders, ranks, dots of all kinds, means under conditions.
@Suite("Rarer signs")
struct FurtherSignTests {
  private static let symbols = #"""
    n, k: integer 2…7
    a, b: integer -20…20
    m: integer 2…9
    x: vector of n
    A: 3×3 matrix
    B: m×n matrix
    u, v: vector of 3
    X, Y: random variables
    z: vector of 3
    I: 3×3 identity
    D: \frac{\partial s}{\partial z}
    s_i: \frac{e^{z_i}}{\sum_{j=1}^{3} e^{z_j}}
    """#

  private static let independent = "X, Y: independent random variables"

  @Test(
    "hold",
    arguments: [
      #"a \bmod m = a - m \lfloor a / m \rfloor"#,
      #"(a + b) \bmod m = ((a \bmod m) + (b \bmod m)) \bmod m"#,
      #"a + m b \equiv a \pmod m"#, #"a^2 \equiv (m - a)^2 \pmod{m}"#, #"-1 \bmod m = m - 1"#,
      #"\operatorname{rank}(u v^{\mathsf T}) = 1"#,
      #"\operatorname{rank}(A^{\mathsf T} A) = \operatorname{rank} A"#,
      #"\operatorname{rank}(u u^{\mathsf T} + I) = 3"#,
      #"n + (n - 1) + \dots + 1 = \frac{n (n + 1)}{2}"#,
      #"n (n - 1) \cdots 2 \cdot 1 = n!"#,
      #"n (n - 1) \cdots (n - k + 1) = \frac{n!}{(n - k)!}"#,
      #"x_n + x_{n-1} + \dots + x_1 = \sum_{i=1}^{n} x_i"#, #"x_n + \dots + x_1 = \sum_i x_i"#,
      #"k + (k + 1) + \dots + 2k = \frac{3k (k + 1)}{2}"#,
      #"\begin{pmatrix} B_{11} & \cdots & B_{1n} \\ \vdots & \ddots & \vdots \\ B_{m1} & \cdots & B_{mn} \end{pmatrix} = B"#,
      #"\begin{pmatrix} B_{11} & B_{12} & \cdots & B_{1n} \\ B_{21} & B_{22} & \cdots & B_{2n} \\ \vdots & \vdots & & \vdots \\ B_{m1} & B_{m2} & \cdots & B_{mn} \end{pmatrix} = B"#,
      #"\begin{pmatrix} x_1 & 2 x_1 \\ \vdots & \vdots \\ x_n & 2 x_n \end{pmatrix} = x \begin{pmatrix} 1 & 2 \end{pmatrix}"#,
      #"D_{12} = -s_1 s_2"#, #"D_{33} = s_3 (1 - s_3)"#,
      #"\mathbb{E}[\mathbb{E}[X \mid Y]] = \mathbb{E}[X]"#,
      #"\mathbb{E}[X Y] = \mathbb{E}[Y \, \mathbb{E}[X \mid Y]]"#,
      #"\operatorname{Var}(X) = \mathbb{E}[\operatorname{Var}(X \mid Y)] + \operatorname{Var}(\mathbb{E}[X \mid Y])"#,
      #"\mathbb{E}[X] = \mathbb{E}[X \mid Y > 0] \, \mathbb{P}(Y > 0) + \mathbb{E}[X \mid Y \le 0] \, \mathbb{P}(Y \le 0)"#,
    ]
  )
  func held(tex: String) throws {
    let verdict = try Formulas.verdict(tex, symbols: Self.symbols)
    #expect(verdict.isTrue, "\(verdict.text)")
  }

  @Test(
    "do not hold where something is wrong",
    arguments: [
      #"a \bmod m = a - m \lceil a / m \rceil"#, #"a + m b \equiv b \pmod m"#,
      #"\operatorname{rank}(u v^{\mathsf T}) = 2"#, #"\operatorname{rank} A = 2"#,
      #"n + (n - 1) + \dots + 1 = \frac{n (n - 1)}{2}"#, #"n (n - 1) \cdots 2 \cdot 1 = (n - 1)!"#,
      #"n (n - 1) \cdots (n - k + 1) = \frac{n!}{(n - k + 1)!}"#,
      #"\begin{pmatrix} B_{11} & \cdots & B_{1n} \\ \vdots & \ddots & \vdots \\ B_{m1} & \cdots & B_{mn} \end{pmatrix} = 2 B"#,
      #"D_{12} = s_1 s_2"#, #"D_{12} = D_{13}"#,
      #"\mathbb{E}[\mathbb{E}[X \mid Y]^2] = \mathbb{E}[X^2]"#,
      #"\mathbb{E}[X] = \mathbb{E}[X \mid Y > 0]"#,
      #"\operatorname{Var}(X) = \mathbb{E}[\operatorname{Var}(X \mid Y)]"#,
    ]
  )
  func refused(tex: String) throws {
    let verdict = try Formulas.verdict(tex, symbols: Self.symbols)
    #expect(verdict.isFalse, "\(verdict.text)")
  }

  @Test("of what is independent a condition says nothing")
  func independence() throws {
    for tex in [
      #"\mathbb{E}[X \mid Y > 0] = \mathbb{E}[X]"#,
      #"\mathbb{E}[Y \, \mathbb{E}[X \mid Y]] = \mathbb{E}[X] \, \mathbb{E}[Y]"#,
    ] {
      let verdict = try Formulas.verdict(tex, symbols: Self.independent)
      #expect(verdict.isTrue, "\(verdict.text)")
    }
  }

  @Test("a mean under a variable stands in another mean")
  func alone() throws {
    let verdict = try Formulas.verdict(#"\mathbb{E}[X \mid Y] = Y"#, symbols: Self.symbols)
    #expect(verdict.text.contains("'Y' is a random variable"), "\(verdict.text)")
  }
}
