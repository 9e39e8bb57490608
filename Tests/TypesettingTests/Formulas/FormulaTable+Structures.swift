extension FormulaTable {
  static let fonts = ##"""
    \mathbb R  \mathcal L  \mathscr L  \mathfrak g  \mathbf x  \mathrm d  \mathsf A  \mathtt A  \mathit{ab}
    \boldsymbol\alpha  \bm x  \pmb x  \Bbb N  {\bf x}  {\rm x}  {\it x}  {\cal A}  {\frak g}
    \mathnormal{x}  \mathbfit{x}  \symbf{x}  \symbb{R}  {\large x}  {\small x}  {\Huge x}  {\tiny x}
    \displaystyle\sum_i  \textstyle\sum_i  \scriptstyle x  \scriptscriptstyle x
    \upalpha  \upbeta  \Upgamma  \degree  \celsius  \ohm  \micro  \perthousand
    """##

  static let matrices = ##"""
    \begin{matrix} a & b \\ c & d \end{matrix}  \begin{pmatrix} a & b \\ c & d \end{pmatrix}
    \begin{bmatrix} 1 & 0 \\ 0 & 1 \end{bmatrix}  \begin{Bmatrix} 1 \end{Bmatrix}
    \begin{vmatrix} a & b \\ c & d \end{vmatrix}  \begin{Vmatrix} a \\ b \end{Vmatrix}
    \begin{smallmatrix} a & b \\ c & d \end{smallmatrix}  \begin{array}{lcr} a & b & c \end{array}
    \begin{array}{c|c} a & b \\ \hline c & d \end{array}  \begin{array}{|c:c|} \hline a & b \\ \hdashline c & d \\ \hline \end{array}
    \begin{array}{cc} a & b \\[1em] c & d \end{array}  \begin{bmatrix*}[r] -1 & 2 \\ 3 & -4 \end{bmatrix*}
    \left[\begin{array}{cc|c} 1 & 2 & 3 \\ 4 & 5 & 6 \end{array}\right]  \matrix{a & b \cr c & d}
    \pmatrix{a & b \cr c & d}  \begin{pmatrix} \frac ab & \cdots \\ \vdots & \ddots \end{pmatrix}
    \begin{array}{c} \rowcolor{yellow} a \\ \cellcolor{red} b \end{array}
    """##

  static let environments = ##"""
    \begin{aligned} a &= b \\ c &= d \end{aligned}  \begin{align*} a &= b \\ c &= d \end{align*}
    \begin{align} a &= b \\ c &= d \notag \end{align}  \begin{gather} a \\ b \end{gather}
    \begin{gather*} a \\ b \end{gather*}  \begin{gathered} a \\ b \end{gathered}  \begin{multline} a \\ b \\ c \end{multline}
    \begin{multline*} a \\ b \end{multline*}  \begin{split} a &= b \\ &= c \end{split}
    \begin{equation} x \end{equation}  \begin{equation*} x \end{equation*}  \begin{alignat}{2} a &= b & c &= d \end{alignat}
    \begin{flalign} a &= b \end{flalign}  \begin{eqnarray} a &=& b \end{eqnarray}  \begin{alignedat}{2} a & b \end{alignedat}
    \begin{cases} 1 & x > 0 \\ 0 & \text{otherwise} \end{cases}  \begin{rcases} a \\ b \end{rcases}
    \begin{dcases} \frac ab & x \\ c & y \end{dcases}  \begin{numcases}{f(x)=} 1 & $x>0$ \\ 0 & else \end{numcases}
    \begin{subarray}{c} a \\ b \end{subarray}  \begin{CD} A @>f>> B \\ @VVV @VVV \\ C @= D \end{CD}
    x \tag{1}  x \tag*{[1]}  x \tag{$\star$}  x \tag{text $x^2$ \$}  \begin{align} a \tag{A} \\ b \tag{B} \end{align}
    \begin{equation} \begin{aligned} a &= b \\ c &= d \end{aligned} \end{equation}  \begin{empheq}{align} a &= b \end{empheq}
    """##

  static let text = ##"""
    \text{if } x  \text{costs \$5}  \text{if $x > 0$ then}  \text{a\_b}  \text{50\%}  \textbf{bold}  \textit{it}
    \texttt{code}  \textrm{rm}  \textsf{sf}  \text{\textbf{a} and \emph{b}}  \mbox{a b}  \hbox{a}
    \text{naïve Ünïcödé}  \text{日本語}  \text{\{ \} \# \&}  \text{``quoted''}  \verb|a_b$|  \text{a}\quad\text{b}
    a\,b\:c\;d\!e  a\ b  a~b  \hspace{1em}x  \mspace{9mu}x  a\qquad b  \text{x \(y\) z}  \textcolor{red}{\text{r}}
    """##

  static let macros = ##"""
    \newcommand{\R}{\mathbb R} \R^n  \newcommand{\inner}[2]{\langle #1, #2 \rangle} \inner{x}{y}
    \newcommand{\opt}[2][a]{#1 + #2} \opt{b} \opt[c]{d}  \renewcommand{\vec}[1]{\mathbf{#1}} \vec x
    \def\half{\frac12} \half  \def\pair#1#2{(#1, #2)} \pair{a}{b}  \let\eps\varepsilon \eps
    \DeclareMathOperator{\softmax}{softmax} \softmax(z)  \DeclareMathOperator*{\argmax}{arg\,max} \argmax_x f
    \newenvironment{brackets}{\left[}{\right]} \begin{brackets} x \end{brackets}
    \DeclarePairedDelimiter{\card}{\lvert}{\rvert} \card{A} \card*{\frac ab}  \newcommand{\x}{x}\x
    """##
}
