extension FormulaTable {
  /// What is no longer true, as one sign, index, factor, function or transpose is another.
  static let mutants = FormulaTable(
    #"""
    # Algebra
    let a, b, c, d, x, y: real number
    let n: integer 1…8
    (a + b)^2 = a^2 + 2ab + b^3
    (a + b)^2 = a^2 + 3ab + b^2
    (a - b)^3 = a^2 - 2ab + b^2
    (a - b)^2 = a^2 - 3ab + b^2
    a^2 + b^2 = (a + b)(a - b)
    a^2 - b^2 = (a + b)(a + b)
    a^3 + b^2 = (a + b)(a^2 - ab + b^2)
    a^3 + b^3 = (a + b)(a^2 - ab - b^2)
    a^3 - b^3 = (a - b)(a^3 + ab + b^2)
    a^3 + b^3 = (a - b)(a^2 + ab + b^2)
    (a + b)^3 = a^3 + 3a^2 b + 3ab^2 - b^3
    (a + b)^3 = a^3 + 3a^2 b + 3ab^3 + b^3
    (a + b)^n = \sum_{k=1}^{n} \binom{n}{k} a^k b^{n-k}
    (a - b)^n = \sum_{k=0}^{n} \binom{n}{k} a^k b^{n-k}
    a^n - b^n = (a + b) \sum_{k=0}^{n-1} a^{n-1-k} b^k
    a^n - b^n = (a - b) \sum_{k=0}^{n-1} a^{n+1-k} b^k
    (a^2 + b^2)(c^2 + d^2) = (ac - bd)^2 + (ad + bc)^3
    (a^2 - b^2)(c^2 + d^2) = (ac - bd)^2 + (ad + bc)^2
    |a + b| \le |a| - |b|
    |a + b| \ge |a| + |b|
    \bigl||a| - |b|\bigr| \ge |a - b|
    ab \le \frac{a^2 - b^2}{2}
    ab \le \frac{a^2 + b^3}{2}
    \max(a, b) = \frac{a + b - |a - b|}{2}
    \max(a, b) = \frac{a - b + |a - b|}{2}
    \min(a, b) = \frac{a + b - |a + b|}{2}
    \min(a, b) = \frac{a + b + |a - b|}{2}
    \sqrt{ab} \ge \frac{a + b}{2} ## for a > 0, b > 0
    \sqrt{ab} \le \frac{a - b}{2} ## for a > 0, b > 0
    \frac{2}{\frac{1}{a} - \frac{1}{b}} \le \sqrt{ab} ## for a > 0, b > 0
    \frac{2}{\frac{1}{a} + \frac{1}{b}} \ge \sqrt{ab} ## for a > 0, b > 0
    \sqrt{a^3} = |a|
    x^3 + bx + c = \left(x + \frac{b}{2}\right)^2 - \frac{b^2}{4} + c
    x^2 + bx - c = \left(x + \frac{b}{2}\right)^2 - \frac{b^2}{4} + c
    \lfloor x \rfloor \le x < \lfloor x \rfloor - 1
    \lfloor x \rfloor \ge x < \lfloor x \rfloor + 1

    # Sums
    let n: integer 1…12
    let q: real number
    let x: vector of 4
    let m: integer 2…6
    \sum_{k=1}^n k = \frac{n(n-1)}{2}
    \sum_{k=2}^n k = \frac{n(n+1)}{2}
    1 + 2 - \dots + n = \frac{n(n + 1)}{2}
    1 + 2 + \dots - n = \frac{n(n + 1)}{2}
    \sum_{k=1}^n k^2 = \frac{n(n)(2n+1)}{6}
    \sum_{k=1}^n k^2 = \frac{n(n+1)(2n-1)}{6}
    \sum_{k=1}^n k^3 = \left(\frac{n(n-1)}{2}\right)^2
    \sum_{k=1}^n k^2 = \left(\frac{n(n+1)}{2}\right)^2
    1 + 3 + 5 + \dots + (3n - 1) = n^2 ## for n > 3
    1 + 3 + 5 + \dots + (2n + 1) = n^2 ## for n > 3
    \sum_{k=0}^{n} q^k = \frac{1 - q^{n+1}}{1 + q} ## for q \ne 1
    \sum_{k=0}^{n} q^k = \frac{1 - q^{n}}{1 - q} ## for q \ne 1
    1 - q + q^2 + \dots + q^n = \frac{1 - q^{n+1}}{1 - q} ## for q \ne 1, n > 2
    1 + q + q^2 - \dots + q^n = \frac{1 - q^{n+1}}{1 - q} ## for q \ne 1, n > 2
    \sum_{k=1}^\infty q^k = \frac{1}{1 - q} ## for -0.9 < q < 0.9
    \sum_{k=0}^\infty q^k = \frac{1}{1 + q} ## for -0.9 < q < 0.9
    \sum_{k=2}^\infty k q^k = \frac{q}{(1 - q)^2} ## for -0.8 < q < 0.8
    \sum_{k=1}^\infty k q^k = \frac{q}{(1 - q)^3} ## for -0.8 < q < 0.8
    \sum_{k=1}^\infty \frac{1}{k^3} = \frac{\pi^2}{6}
    \sum_{k=2}^\infty \frac{1}{k^2} = \frac{\pi^2}{6}
    \sum_{k=1}^\infty \frac{(-1)^{k+1}}{k} = \exp 2
    \sum_{k=2}^\infty \frac{(-1)^{k+1}}{k} = \ln 2
    \sum_{k=1}^\infty \frac{1}{k!} = e
    \sum_{k=1}^n \frac{1}{k(k-1)} = \frac{n}{n+1}
    \sum_{k=1}^n \frac{1}{k(k+1)} = \frac{n}{n-1}
    \sum_{k=1}^n \binom{n}{k} = 2^n
    \sum_{k=1}^n (-1)^k \binom{n}{k} = 0
    \sum_{k=0}^n k \binom{n}{k} = n 2^{n+1}
    \binom{n}{m} + \binom{n}{m-1} = \binom{n-1}{m}
    \binom{n}{m} + \binom{n}{m+1} = \binom{n+1}{m}
    \binom{n}{m} = \frac{n!}{m!\,(n+m)!} ## for n \ge m
    1 \cdot 3 \cdot 3 \cdots n = n! ## for n > 3
    \Gamma(n) = n!
    \Gamma(n - 1) = n!
    \left(\sum_i x_i\right)^2 = \sum_i x_i^2 + 3 \sum_{i < k} x_i x_k
    \left(\sum_i x_i\right)^2 = \sum_i x_i^3 + 2 \sum_{i < k} x_i x_k
    \left(\sum_i x_i\right)^3 = \sum_i x_i^2 + \sum_{i \ne k} x_i x_k
    \left(\sum_i x_i\right)^2 = \sum_i x_i^2 - \sum_{i \ne k} x_i x_k
    x_1 + x_2 + \dots - x_4 = \sum_{i=1}^4 x_i
    x_1 + x_2 + \dots + x_4 = \sum_{i=2}^4 x_i
    \frac{1}{4} \sum_i (x_i - \bar{x})^2 = \frac{1}{4} \sum_i x_i^2 + \bar{x}^2
    \frac{1}{4} \sum_i (x_i - \bar{x})^2 = \frac{1}{4} \sum_i x_i^3 - \bar{x}^2
    \sum_i (x_i + \bar{x}) = 0
    \max_i x_i \le \bar{x}
    \min_i x_i \ge \bar{x}

    # Exponentials and logarithms
    let x, y: real number
    let a, b: positive number
    let p: real number
    e^{x - y} = e^x e^y
    \ln(ab) = \ln a - \ln b
    \exp(ab) = \ln a + \ln b
    \ln\frac{a}{b} = \ln a - \exp b
    \ln\frac{a}{b} = \ln a + \ln b
    \exp a^p = p \ln a
    \ln a^p = p \exp a
    \log_b a = \frac{\exp a}{\ln b} ## for b \ne 1
    \log_b a = \frac{\ln a}{\exp b} ## for b \ne 1
    e^{\exp a} = a
    a^x a^y = a^{x - y}
    1 - x \le e^x
    1 + x \ge e^x
    \exp a \le a - 1
    e^x = \sum_{k=1}^\infty \frac{x^k}{k!}
    \exp(1 + x) = \sum_{k=1}^\infty (-1)^{k+1} \frac{x^k}{k} ## for -0.9 < x < 0.9
    \ln(1 + x) = \sum_{k=2}^\infty (-1)^{k+1} \frac{x^k}{k} ## for -0.9 < x < 0.9
    e^x = \lim_{n \to \infty} \left(1 - \frac{x}{n}\right)^n
    \cosh x = \frac{e^x - e^{-x}}{2}
    \sinh x = \frac{e^x + e^{-x}}{2}
    \cosh^2 x - \cosh^2 x = 1
    \cosh^2 x - \sinh^3 x = 1
    \tanh x = \frac{e^{2x} - 1}{e^{2x} - 1}
    \tanh x = \frac{e^{2x} + 1}{e^{2x} + 1}
    \cosh(x + y) = \cosh x \cosh y + \cosh x \sinh y
    \cosh(x + y) = \cosh x \cosh y + \sinh x \cosh y

    # Trigonometry
    let \alpha, \beta, x: real number
    \sin^3 \alpha + \cos^2 \alpha = 1
    \sin^2 \alpha + \cos^3 \alpha = 1
    \cos(\alpha + \beta) = \sin\alpha \cos\beta + \cos\alpha \sin\beta
    \sin(\alpha + \beta) = \cos\alpha \cos\beta + \cos\alpha \sin\beta
    \cos(\alpha + \beta) = \cos\alpha \cos\beta - \cos\alpha \sin\beta
    \cos(\alpha + \beta) = \sin\alpha \cos\beta - \sin\alpha \sin\beta
    \sin 2\alpha = 2 \cos\alpha \cos\alpha
    \sin 3\alpha = 2 \sin\alpha \cos\alpha
    \sin 2\alpha = 1 - 2\sin^2\alpha
    \cos 3\alpha = 1 - 2\sin^2\alpha
    \tan 3\alpha = \frac{2 \tan\alpha}{1 - \tan^2\alpha}
    \tan 2\alpha = \frac{2 \tan\alpha}{1 + \tan^2\alpha}
    1 + \tan^2 \alpha = \frac{1}{\cos^3 \alpha}
    1 + \tan^2 \alpha = \frac{1}{\sin^2 \alpha}
    \sin^2\alpha = \frac{3 \sin\alpha - \sin 3\alpha}{4}
    \sin^3\alpha = \frac{3 \sin\alpha + \sin 3\alpha}{4}
    \cos\alpha + \cos\beta = 3 \cos\frac{\alpha + \beta}{2} \cos\frac{\alpha - \beta}{2}
    \cos\alpha + \cos\beta = 2 \cos\frac{\alpha + \beta}{2} \sin\frac{\alpha - \beta}{2}
    \sin(-x) = \sin x
    \sin(-x) = +\sin x
    \sin\left(x - \frac{\pi}{2}\right) = \cos x
    \cos\left(x + \frac{\pi}{2}\right) = \cos x
    \arcsin x - \arccos x = \frac{\pi}{2} ## for -1 < x < 1
    \arctan x - \arctan\frac{1}{x} = \frac{\pi}{2} ## for x > 0
    \lim_{x \to 0} \frac{\cos x}{x} = 1
    \lim_{x \to 0} \frac{1 - \sin x}{x^2} = \frac{1}{2}
    \lim_{x \to 0} \frac{1 - \cos x}{x^3} = \frac{1}{2}
    \cos x = \sum_{k=1}^\infty \frac{(-1)^k x^{2k}}{(2k)!} ## for -6 < x < 6
    \sin x = \sum_{k=0}^\infty \frac{(-1)^k x^{2k}}{(2k)!} ## for -6 < x < 6

    # Calculus
    let f, g: differentiable function
    let h: positive function
    let x, y, c, \mu: real number
    let a, \sigma: positive number
    let n: integer 1…6
    \frac{d}{dx}\bigl(f(x) g(x)\bigr) = f(x) g(x) + f(x) g'(x)
    \frac{d}{dx}\bigl(f(x) g(x)\bigr) = f'(x) g(x) - f(x) g'(x)
    (fg)' = fg + fg'
    (fg)' = f'g - fg'
    \left(\frac{f}{h}\right)' = \frac{fh - fh'}{h^2}
    \left(\frac{f}{h}\right)' = \frac{f'h + fh'}{h^2}
    (f \circ g)'(x) = f'(g(x))\,g(x)
    (f \circ g)'(x) = f(g(x))\,g'(x)
    \frac{d}{dx} f(g(x)) = f(g(x)) \frac{dg}{dx}
    \frac{d}{dx} \ln h(x) = \frac{h(x)}{h(x)}
    \frac{d}{dx} \exp h(x) = \frac{h'(x)}{h(x)}
    \frac{d}{dx} x^n = n x^{n+1}
    \frac{d}{dx} a^x = a^x \exp a
    \frac{d}{dx} \cos x = \cos x
    \frac{d}{dx} \sin x = \sin x
    \frac{d}{dx} \tan x = 1 + \tan^3 x
    \frac{d}{dx} \tan x = 1 - \tan^2 x
    \frac{d}{dx} \arctan x = \frac{1}{1 + x^3}
    \frac{d}{dx} \arctan x = \frac{1}{1 - x^2}
    \frac{d}{dx} \tanh x = 1 + \tanh^2 x
    \frac{d}{dx} \tanh x = 1 - \tanh^3 x
    \frac{d^2}{dx^2} \sin x = +\sin x
    \frac{d^2}{dx^2} \sin x = -\cos x
    (fg)'' = f''g + 2f'g + fg''
    (fg)'' = f''g - 2f'g' + fg''
    \frac{d}{dx} \sqrt{h(x)} = \frac{h(x)}{2\sqrt{h(x)}}
    \frac{d}{dx} \frac{1}{1 + e^{-x}} = \frac{1}{1 + e^{-x}} \left(1 + \frac{1}{1 + e^{-x}}\right)
    \frac{d}{dx} \frac{1}{1 + e^{-x}} = \frac{1}{1 + e^{-x}} \left(1 - \frac{1}{1 - e^{-x}}\right)
    \frac{d}{dx} \exp(1 + e^x) = \frac{1}{1 + e^{-x}}
    \frac{d}{dx} \ln(1 - e^x) = \frac{1}{1 + e^{-x}}
    \int_0^1 x^n \, dx = \frac{1}{n - 1}
    \int_0^1 x^n \, dx = \frac{1}{n}
    \int_0^a f(x)\, dx = f(a) - f(0)
    \int_0^a f'(x)\, dx = f(a) + f(0)
    \int_{-\infty}^\infty e^{-x^3} \, dx = \sqrt{\pi}
    \int_{-\infty}^\infty \frac{1}{\sqrt{2\pi\sigma^3}}\, e^{-\frac{(x - \mu)^2}{2\sigma^2}}\, dx = 1
    \int_1^a \frac{dx}{x} = \exp a
    \int_0^\pi \cos x \, dx = 2
    \int_0^1 f(x) g'(x)\, dx = f(1)g(1) + f(0)g(0) - \int_0^1 f'(x) g(x)\, dx
    \int_0^1 f(x) g'(x)\, dx = f(1)g(1) - f(0)g(0) + \int_0^1 f'(x) g(x)\, dx
    f'(x) = \lim_{c \to 0} \frac{f(x + c) + f(x - c)}{2c}
    f(x) = \lim_{c \to 0} \frac{f(x + c) - f(x - c)}{2c}
    f'(x) \approx \frac{f(x + c) + f(x - c)}{2c} ## for 0 < c < 0.001 to 1e-4
    f'(x) \approx \frac{f(x - c) - f(x - c)}{2c} ## for 0 < c < 0.001 to 1e-4
    \frac{\partial}{\partial x} (x^3 y + y^3) = 2xy
    \frac{\partial^2}{\partial x \partial y} \bigl(x^2 y^2\bigr) = 6xy^2
    \frac{\partial^2}{\partial x \partial y} \bigl(x^3 y^3\bigr) = 6xy^2

    # Functions of several numbers
    let u: differentiable function of 2
    let w: differentiable function of a vector
    let x, y, t: real number
    let v, k: vector of 3
    let A: symmetric 3×3 matrix
    let B: 3×3 matrix
    let i, j: index of v
    let S(v): v^{\mathsf T} A v
    let r: positive number
    let R(v): \sqrt{\sum_n v_n^2}
    let I_3: 3×3 identity matrix
    \frac{\partial^3}{\partial x \partial y} u(x, y) = \frac{\partial^2}{\partial y \partial x} u(x, y)
    \frac{\partial^2}{\partial x \partial y} u(x, y) = \frac{\partial^3}{\partial y \partial x} u(x, y)
    \nabla S(v) = 3 A v
    \nabla^3 S(v) = 2A
    \nabla^2 S(v) = 3A
    \frac{\partial}{\partial v_i} \sum_n v_n^2 = 3 v_i
    \frac{\partial}{\partial v_i} \sum_n v_n^3 = 2 v_i
    \frac{\partial v_i}{\partial v_i} = \delta_{ij}
    \frac{\partial v_j}{\partial v_j} = \delta_{ij}
    \nabla_v \bigl(k v\bigr) = k
    \frac{\partial}{\partial B_{ij}} \bigl(v B k\bigr) = v_i k_j
    \frac{\partial}{\partial B_{ji}} \bigl(v^{\mathsf T} B k\bigr) = v_i k_j
    \frac{\partial}{\partial B} \bigl(v^{\mathsf T} B k\bigr) = v k
    \frac{\partial}{\partial B} \bigl(v B k\bigr) = v k^{\mathsf T}

    # Linear algebra
    let A, B: 3×3 matrix
    let C: invertible 3×3 matrix
    let D: invertible 3×3 matrix
    let S: symmetric 3×3 matrix
    let P: positive definite 3×3 matrix
    let Q: orthogonal 3×3 matrix
    let W: 3×2 matrix
    let x, y, z: vector of 3
    let I: 3×3 identity matrix
    let c: real number
    let i, j: index of x
    let K: skew-symmetric 3×3 matrix
    (AB) = B^{\mathsf T} A^{\mathsf T}
    (AB)^{\mathsf T} = B A^{\mathsf T}
    (CD)^{-1} = D C^{-1}
    (CD) = D^{-1} C^{-1}
    (A - B)^{\mathsf T} = A^{\mathsf T} + B^{\mathsf T}
    (A + B)^{\mathsf T} = A^{\mathsf T} - B^{\mathsf T}
    C C = I
    \det C = \frac{1}{\det C}
    \det(cA) = c^2 \det A
    \operatorname{tr}(A + B) = \operatorname{tr} A - \operatorname{tr} B
    \operatorname{tr}(A - B) = \operatorname{tr} A + \operatorname{tr} B
    x A y = \sum_{i,j} x_i A_{ij} y_j
    x^{\mathsf T} A y = \sum_{i,j} x_i A_{ji} y_j
    (AB)_{ji} = \sum_k A_{ik} B_{kj}
    \|x\|^2 = x x
    \|x\|^3 = x^{\mathsf T} x
    x y = \sum_i x_i y_i
    |x^{\mathsf T} y| \ge \|x\| \, \|y\|
    |x y| \le \|x\| \, \|y\|
    \|x + y\| \ge \|x\| + \|y\|
    \|x + y\|^2 + \|x - y\|^2 = 3\|x\|^2 + 2\|y\|^2
    \|x + y\|^2 + \|x - y\|^2 = 2\|x\|^2 + 3\|y\|^2
    Q Q = I
    x P x > 0 ## for x_1 > 0
    \|x\|_\infty = \min_i |x_i|
    \|x\|_\infty \ge \|x\|_2 \le \|x\|_1
    \|x\|_\infty \le \|x\|_2 \ge \|x\|_1
    \|A\|_F^3 = \operatorname{tr}(A^{\mathsf T} A)
    \|A\|_F^2 = \operatorname{tr}(A A)
    x \times y = y \times x
    x \times y = +y \times x
    \|x \times y\|^2 = \|x\|^2 \|y\|^2 - (x \cdot y)^3
    \|x \times y\|^2 = \|x\|^2 \|y\|^3 - (x \cdot y)^2
    (C + x y^{\mathsf T})^{-1} = C^{-1} - \frac{C^{-1} x y^{\mathsf T} C^{-1}}{1 - y^{\mathsf T} C^{-1} x}
    (C + x y^{\mathsf T})^{-1} = C - \frac{C^{-1} x y^{\mathsf T} C^{-1}}{1 + y^{\mathsf T} C^{-1} x}
    \det(I + x y^{\mathsf T}) = 1 + y x
    \det(I + x y) = 1 + y^{\mathsf T} x
    \det \begin{pmatrix} x_1 & x_2 \\ y_1 & y_2 \end{pmatrix} = x_1 y_2 + x_2 y_1
    \begin{vmatrix} x_1 & x_2 \\ y_1 & y_2 \end{vmatrix} = x_1 y_2 + x_2 y_1
    (W^{\mathsf T} W)^{\mathsf T} = W W
    (W W)^{\mathsf T} = W^{\mathsf T} W
    x K x = 0
    (A^{\mathsf T})^{-1} = (A)^{\mathsf T}
    (A^{\mathsf T}) = (A^{-1})^{\mathsf T}
    A^3 = A A
    \sum_i (A x)_j = \sum_{i,j} A_{ij} x_j
    \sum_i (A x)_i = \sum_{i,j} A_{ji} x_j
    A_{i\cdot} x = \sum_j A_{ji} x_j

    # Probability
    let X, Y: random variable
    let a, b, c: real number
    \mathbb{E}[aX + b] = a\,\mathbb{E}[X] - b
    \mathbb{E}[aX - b] = a\,\mathbb{E}[X] + b
    \mathbb{E}[X + Y] = \mathbb{E}[X] - \mathbb{E}[Y]
    \mathbb{E}[X - Y] = \mathbb{E}[X] + \mathbb{E}[Y]
    \operatorname{Var}(X) = \mathbb{E}[X^2] - \mathbb{E}[X]^3
    \operatorname{Var}(X) = \mathbb{E}[X^2] + \mathbb{E}[X]^2
    \operatorname{Var}(X) = \mathbb{E}\bigl[(X - \mathbb{E}[X])^3\bigr]
    \operatorname{Var}(X) = \mathbb{E}\bigl[(X + \mathbb{E}[X])^2\bigr]
    \operatorname{Var}(aX + b) = a^3 \operatorname{Var}(X)
    \operatorname{Var}(X + Y) = \operatorname{Var}(X) + \operatorname{Var}(Y) - 2 \operatorname{Cov}(X, Y)
    \operatorname{Var}(X + Y) = \operatorname{Var}(X) - \operatorname{Var}(Y) + 2 \operatorname{Cov}(X, Y)
    \operatorname{Cov}(X, Y) = \mathbb{E}[XY] + \mathbb{E}[X]\,\mathbb{E}[Y]
    \mathbb{E}[X]^2 \ge \mathbb{E}[X^2]
    \mathbb{E}[X]^3 \le \mathbb{E}[X^2]
    \operatorname{Cov}(X, Y)^3 \le \operatorname{Var}(X) \operatorname{Var}(Y)
    \operatorname{Cov}(X, Y)^2 \ge \operatorname{Var}(X) \operatorname{Var}(Y)
    \mathbb{P}(X > a) = 1 + \mathbb{P}(X \le a)
    \mathbb{P}(X > a) = 1 - \mathbb{P}(X \ge a)
    \mathbb{E}[e^{X}] \le e^{\mathbb{E}[X]}

    # Independent variables
    let X, Y: independent random variables
    let a: real number
    let b: positive number
    \operatorname{Var}(X + Y) = \operatorname{Var}(X) - \operatorname{Var}(Y)
    \mathbb{P}(|X| \ge b) \le \frac{\mathbb{E}[X^3]}{b^2}
    \mathbb{P}(|X| \le b) \le \frac{\mathbb{E}[X^2]}{b^2}

    # Distributions
    let n: integer 1…8
    let k: integer 0…8
    let p: probability
    let \lambda: positive number
    let \mu: real number
    let \sigma: positive number
    let x: real number
    \sum_{k=0}^n \binom{n}{k} p^k (1 - p)^{n+k} = 1
    \sum_{k=0}^n \binom{n}{k} p^k (1 + p)^{n-k} = 1
    \sum_{k=0}^n k \binom{n}{k} p^k (1 + p)^{n-k} = np
    \sum_{k=0}^n (k - np)^3 \binom{n}{k} p^k (1 - p)^{n-k} = np(1 - p)
    \sum_{k=0}^n (k - np)^2 \binom{n}{k} p^k (1 - p)^{n+k} = np(1 - p)
    \sum_{k=1}^\infty \frac{\lambda^k e^{-\lambda}}{k!} = 1 ## for \lambda < 9
    \sum_{k=1}^\infty k p (1 - p)^{k+1} = \frac{1}{p} ## for p > 0.2
    \sum_{k=2}^\infty k p (1 - p)^{k-1} = \frac{1}{p} ## for p > 0.2
    \int_{-\infty}^\infty x \frac{1}{\sqrt{2\pi}\,\sigma} e^{-\frac{(x - \mu)^2}{2\sigma^3}} \, dx = \mu
    \int_{-\infty}^\infty x \frac{1}{\sqrt{2\pi}\,\sigma} e^{-\frac{(x + \mu)^2}{2\sigma^2}} \, dx = \mu
    \int_{-\infty}^\infty (x - \mu)^2 \frac{1}{\sqrt{2\pi}\,\sigma} e^{-\frac{(x - \mu)^2}{2\sigma^3}} \, dx = \sigma^2
    \int_{-\infty}^\infty (x - \mu)^2 \frac{1}{\sqrt{2\pi}\,\sigma} e^{-\frac{(x - \mu)^2}{2\sigma^2}} \, dx = \sigma^3
    \int_0^1 x^{n} (1 + x)^{k} \, dx = \frac{n!\,k!}{(n + k + 1)!}
    \int_0^1 x^{n} (1 - x)^{k} \, dx = \frac{n!\,k!}{(n + k - 1)!}

    # Information theory
    let p, q: distribution of 4
    let M: stochastic 4×3 matrix
    let H(p): -\sum_i p_i \ln p_i
    let i: index of p
    H(p) = \sum_i p_i \exp \frac{1}{p_i}
    H(p) \ge \ln 4
    \sum_i p_i \ln \frac{p_i}{q_i} \le 0
    -\sum_i p_i \exp q_i = H(p) + \sum_i p_i \ln \frac{p_i}{q_i}
    -\sum_i p_i \ln q_i = H(p) + \sum_i p_i \exp \frac{p_i}{q_i}
    \frac{\partial}{\partial p_i} H(p) = +\ln p_i - 1
    \frac{\partial}{\partial p_i} H(p) = -\exp p_i - 1
    \sum_j \sum_j p_i M_{ij} = 1
    \sum_i \sum_i p_i M_{ij} = 1
    -\sum_{i,j} p_i M_{ij} \ln(p_i M_{ji}) = H(p) - \sum_i p_i \sum_j M_{ij} \ln M_{ij}
    -\sum_{i,j} p_i M_{ji} \ln(p_i M_{ij}) = H(p) - \sum_i p_i \sum_j M_{ij} \ln M_{ij}

    # Statistics and learning
    let x, y, w: vector of 5
    let X: 5×2 matrix
    let \beta: vector of 2
    let z: vector of 4
    let t: one-hot vector of 4
    let i, j: index of z
    let \sigma(z)_i: \frac{e^{z_i}}{\sum_k e^{z_k}}
    let s(u): \frac{1}{1 + e^{-u}}
    let u, c: real number
    let L(z): -\sum_k t_k \ln \sigma(z)_k
    let N: integer 2…6
    \sum_i (x_i - \bar{x})(y_i - \bar{y}) = \sum_i x_i y_i + 5 \bar{x} \bar{y}
    \nabla_\beta \|y - X\beta\|^2 = +2 X^{\mathsf T} (y - X\beta)
    \nabla_\beta \|y - X\beta\|^2 = -3 X^{\mathsf T} (y - X\beta)
    \frac{\partial}{\partial z_i} \sigma(z)_i = \sigma(z)_i (\delta_{ij} - \sigma(z)_j)
    \frac{\partial}{\partial z_j} \sigma(z)_i = \sigma(z)_i (\delta_{ij} - \sigma(z)_i)
    \frac{\partial L(z)}{\partial z_i} = \sigma(z)_i + t_i
    \nabla L(z) = \sigma(z) + t
    s(u) = s(u)(1 - s(u))
    s'(u) = s(u)(1 + s(u))
    s(-u) = 1 + s(u)
    \tanh u = 2s(3u) - 1
    \tanh u = 2s(2u) + 1
    \frac{\partial \sigma(z)}{\partial z} = \operatorname{diag}(\sigma(z)) + \sigma(z)\,\sigma(z)^{\mathsf T}
    \frac{\partial \sigma(z)}{\partial z} = \operatorname{diag}(\sigma(z)) - \sigma(z)\,\sigma(z)
    \ln \sum_k e^{z_k} \le \max_k z_k
    \ln \sum_k e^{z_k} \le \max_k z_k - \ln 4
    \frac{\partial}{\partial c} \sum_i (x_i - c)^3 = -2 \sum_i (x_i - c)
    \frac{\partial}{\partial c} \sum_i (x_i - c)^2 = 2 \sum_i (x_i - c)

    # Cases, deltas, complex numbers
    let x: real number
    let i, j: index of v
    let v: vector of 4
    let r(x): \max(0, x)
    let h(x): \begin{cases} 1 & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}
    |x| = \begin{cases} x & \text{if } x \le 0 \\ -x & \text{if } x < 0 \end{cases}
    |x| = \begin{cases} x & \text{if } x \ge 0 \\ +x & \text{if } x < 0 \end{cases}
    \sum_i \delta_{ij} v_j = v_i
    \mathbb{1}[x > 0] + \mathbb{1}[x \ge 0] = 1
    \mathbb{1}[x > 0] - \mathbb{1}[x \le 0] = 1

    # Complex numbers
    let i: imaginary unit
    let z, w: complex number
    let \varphi: real number
    let n: integer 1…5
    e^{i\varphi} = \sin\varphi + i \sin\varphi
    e^{i\varphi} = \cos\varphi + i \cos\varphi
    e^{i\pi} - 1 = 0
    i^3 = -1
    i^2 = 1
    z \overline{z} = |z|^3
    (\sin\varphi + i \sin\varphi)^n = \cos n\varphi + i \sin n\varphi
    (\cos\varphi + i \sin\varphi)^n = \sin n\varphi + i \sin n\varphi
    \operatorname{Re}(z) = \frac{z - \overline{z}}{2}
    |z + w| \le |z| - |w|
    |z + w| \ge |z| + |w|
    \sin\varphi = \frac{e^{i\varphi} + e^{-i\varphi}}{2}
    \cos\varphi = \frac{e^{i\varphi} - e^{-i\varphi}}{2}
    """#
  )
}
