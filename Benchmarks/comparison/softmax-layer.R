# What the cells of `Notebooks/softmax-layer.md` compute, cell by cell and in their order, in R.
# %%
x <- c(0.1, 0.5, 0.4)
W <- rbind(
  c(0.1, 0.2, 0.3, 0.4, 0.5),
  c(0.6, 0.7, 0.8, 0.9, 0.1),
  c(0.11, 0.12, 0.13, 0.14, 0.15)
)
z <- drop(t(W) %*% x)
# %%
softmax <- function(z) {
  exponentials <- exp(z - max(z))
  exponentials / sum(exponentials)
}

h <- softmax(z)
print(h, digits = 8)
# %%
dSdz <- diag(h) - outer(h, h)
print(round(dSdz, 8), digits = 8)
# %%
dzdW <- matrix(0, length(W), length(z))
for (k in seq_along(z)) {
  for (j in seq_along(x)) {
    dzdW[(k - 1) * length(x) + j, k] <- x[j]
  }
}
print(dzdW)
# %%
dSdW <- dSdz %*% t(dzdW)
print(round(dSdW, 8), digits = 8)
# %%
index <- c("₁", "₂", "₃", "₄", "₅")
limit <- max(abs(dSdW))
colours <- hcl.colors(64, "RdBu")
image(t(dSdW)[, 5:1], zlim = c(-limit, limit), col = colours, axes = FALSE)
axis(1, seq(0, 1, length.out = 15), paste0("w", rep(index[1:3], 5), rep(index, each = 3)))
axis(2, seq(1, 0, length.out = 5), paste0("h", index))
# %%
kronecker_delta <- function(i, j) if (i == j) 1 else 0

shortcut <- matrix(0, 5, 15)
for (row in 1:5) {
  for (i in 1:5) {
    shortcut[row, 3 * (i - 1) + 1:3] <- h[row] * (kronecker_delta(i, row) - h[i]) * x
  }
}
print(round(shortcut, 8), digits = 8)
# %%
max(abs(shortcut - dSdW)) < 1e-15
# %%
sums <- colSums(dSdW)
max(abs(sums)) < 1e-15
# %%
cross_entropy <- function(z, y) max(z) + log(sum(exp(z - max(z)))) - sum(y * z)

y <- c(0, 0, 1, 0, 0)
v <- -y / h

weighted <- drop(v %*% dSdW)
# %%
gradient <- matrix(weighted, 3, 5)
round(gradient, 4)
# %%
loss <- function(W) cross_entropy(drop(t(W) %*% x), y)

plain <- matrix(sums, 3, 5)
cat(sprintf("plain sums:    %.4f\n", loss(W - plain)))
cat(sprintf("weighted sums: %.4f\n", loss(W - gradient)))
# %%
u <- h * (v - sum(v * h))
direct <- outer(x, u)

max(abs(direct - gradient)) < 1e-15
# %%
step <- 1e-5
measured <- matrix(0, 3, 5)
for (j in seq_along(x)) {
  for (i in seq_along(h)) {
    up <- down <- W
    up[j, i] <- up[j, i] + step
    down[j, i] <- down[j, i] - step
    measured[j, i] <- (loss(up) - loss(down)) / (2 * step)
  }
}
max(abs(measured - direct)) < 1e-9
# %%
inputs <- 1000
outputs <- 1000
