extension FormulaTable {
  static let letters = ##"""
    x  \alpha  \beta  \gamma  \delta  \epsilon  \varepsilon  \zeta  \eta  \theta  \vartheta  \iota
    \kappa  \lambda  \mu  \nu  \xi  \pi  \varpi  \rho  \varrho  \sigma  \tau  \upsilon  \phi  \varphi
    \chi  \psi  \omega  \Gamma  \Delta  \Theta  \Lambda  \Xi  \Pi  \Sigma  \Phi  \Psi  \Omega
    \aleph  \hbar  \ell  \wp  \Re z  \Im z  \partial  \infty  \nabla  \emptyset  \varnothing
    \forall x  \exists y  \neg p  \top  \bot  \angle  \triangle  \square  \blacksquare  \bigstar
    \prime  x'  x''  x^{\prime}  \dots  \cdots  \vdots  \ddots  \ldots  \imath  \jmath  \eth
    2{,}5  1\,000  3.14159  π  αβγ  x ∈ ℝ  a ≤ b  √2  ∑  é  日本
    a \pm b  a \mp b  a \times b  a \div b  a \cdot b  a \ast b  a \star b  a \circ b  a \bullet b
    a \oplus b  a \ominus b  a \otimes b  a \odot b  a \wedge b  a \vee b  a \cap b  a \cup b
    a \setminus b  a \wr b  a \amalg b  a \bmod b  a \pmod{n}  a \mod n  a \pod{n}
    a < b  a \leq b  a \geq b  a \neq b  a \equiv b  a \sim b  a \simeq b  a \approx b  a \cong b
    a \propto b  a \mid b  a \parallel b  a \perp b  a \in B  a \notin B  B \ni a  A \subset B
    A \subseteq B  A \supset B  A \supseteq B  A \sqsubseteq B  a \ll b  a \gg b  a \prec b
    a \succ b  a \models b  a \vdash b  a \dashv b  a \asymp b  a \doteq b  \therefore  \because
    a \lesssim b  a \gtrsim b  A \subsetneq B  a \nless b  a \nmid b  \not= b  \centernot\implies
    """##

  static let operators = ##"""
    \sum_{i=1}^n x_i  \prod_{i} x_i  \int_0^1 f\,dx  \iint_D f  \iiint_V f  \oint_C f  \coprod_i A_i
    \bigcup_{i\in I} A_i  \bigcap_i A_i  \bigoplus_i V_i  \bigotimes_i V_i  \bigvee_i  \bigwedge_i
    \lim_{x\to 0} f(x)  \limsup_n a_n  \liminf_n a_n  \varlimsup_n  \max_i x_i  \min_i x_i
    \sup_x f  \inf_x f  \arg\max_x f  \det A  \dim V  \ker T  \gcd(a,b)  \deg p  \hom(A,B)
    \sin x  \cos^2 x  \tan(x)  \sin(\frac{x}{2}  \sinh x  \log_2 n  \ln[x]  \exp(-x^2)  \exp[-x]
    \Pr[X=1]  \Pr(A \mid B)  \operatorname{softmax}(z)_i  \operatorname*{argmin}_x f
    \sum\limits_{i} x_i  \sum\nolimits_{i} x_i  \int\limits_a^b  \sum_{\substack{i<n\\ j<m}} a_{ij}
    \sideset{_a^b}{_c^d}\prod  \overset{!}{=}  \underset{x}{\to}  \stackrel{\text{def}}{=}
    x_i  x^2  x_i^2  {x_i}^2  x_{i_j}  x^{y^z}  {}_a^b X  x^{a+b}_{c-d}  \lvert x \rvert  \lVert x \rVert
    \begin{aligned} \sin(a &+ b) \end{aligned}  \log \left( x \right)
    """##

  static let accents = ##"""
    \hat x  \widehat{xyz}  \tilde x  \widetilde{xyz}  \bar x  \overline{x+y}  \underline{x}
    \vec v  \dot x  \ddot x  \dddot x  \acute e  \grave e  \check c  \breve a  \mathring a
    \overrightarrow{AB}  \overleftarrow{AB}  \overleftrightarrow{AB}  \underrightarrow{AB}
    \overbrace{a+b}^{n}  \underbrace{a+b}_{n}  \overbracket{x}  \underbracket{x}  \overparen{AB}
    \hat{\hat{x}}  \bar{\mathbf x}  \phantom{x}y  \hphantom{x}y  \vphantom{x}y  \smash{x}  \not\in
    """##

  static let fractions = ##"""
    \frac12  \frac{a}{b}  \tfrac12  \dfrac12  \cfrac{1}{1+\cfrac{1}{x}}  \binom nk  \tbinom nk
    \dbinom nk  \genfrac{[}{]}{0pt}{1}{a}{b}  a \over b  n \choose k  {a \atop b}  \sqrt x
    \sqrt[3]{x}  \sqrt{\sqrt{\sqrt{x}}}  \root 3 \of x  \frac{\frac ab}{\frac cd}  x/y  \sqrt[n]{\frac ab}
    \frac{1}{1+\frac{1}{1+\frac{1}{1+\frac{1}{1+\frac{1}{1+\frac{1}{x}}}}}}
    {{{{{{{{{{{{{{{{{{{{x}}}}}}}}}}}}}}}}}}}}  x^{x^{x^{x^{x^{x^{x}}}}}}
    """##

  static let brackets = ##"""
    (x)  [x]  \{x\}  |x|  \|x\|  \langle x \rangle  \lfloor x \rfloor  \lceil x \rceil
    \left( \frac ab \right)  \left[ x \right]  \left\{ x \right\}  \left| x \right|  \left. x \right|_0
    \left\langle x \middle| y \right\rangle  \bigl( x \bigr)  \Bigl[ x \Bigr]  \biggl\{ x \biggr\}
    \Biggl| x \Biggr|  \big/  \left( \left( \left( x \right) \right) \right)  ]0,1[  \left( 0, 1 \right]
    \ulcorner x \urcorner  \lgroup x \rgroup  \left\lmoustache x \right\rmoustache
    """##
}
