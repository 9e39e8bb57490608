# What the cells of `Notebooks/softmax-layer.md` compute, cell by cell and in their order, in Python.
# %%
import numpy as np

x = np.array([0.1, 0.5, 0.4])
W = np.array([
    [0.1, 0.2, 0.3, 0.4, 0.5],
    [0.6, 0.7, 0.8, 0.9, 0.1],
    [0.11, 0.12, 0.13, 0.14, 0.15],
])
z = W.T @ x
# %%
def softmax(z):
    exponentials = np.exp(z - z.max())
    return exponentials / exponentials.sum()

h = softmax(z)
print(h)
# %%
dSdz = np.diag(h) - np.outer(h, h)
print(dSdz)
# %%
dzdW = np.zeros((W.size, z.size))
for k in range(z.size):
    for j in range(x.size):
        dzdW[k * x.size + j, k] = x[j]
print(dzdW)
# %%
dSdW = dSdz @ dzdW.T
print(dSdW)
# %%
import matplotlib.pyplot as plt

index = "₀₁₂₃₄₅"
figure, axes = plt.subplots(figsize=(7, 3))
limit = np.abs(dSdW).max()
image = axes.imshow(dSdW, cmap="RdBu", vmin=-limit, vmax=limit)
axes.set_yticks(range(5), [f"h{index[t]}" for t in range(1, 6)])
axes.set_xticks(range(15), [f"w{index[j]}{index[i]}" for i in range(1, 6) for j in range(1, 4)])
figure.colorbar(image)
plt.show()
# %%
def kronecker_delta(i, j):
    return 1.0 if i == j else 0.0

shortcut = np.array([
    [h[t] * (kronecker_delta(i, t) - h[i]) * x[j] for i in range(h.size) for j in range(x.size)]
    for t in range(h.size)
])
print(shortcut)
# %%
bool(np.abs(shortcut - dSdW).max() < 1e-15)
# %%
sums = dSdW.sum(axis=0)
bool(np.abs(sums).max() < 1e-15)
# %%
def cross_entropy(z, y):
    return z.max() + np.log(np.exp(z - z.max()).sum()) - y @ z

y = np.eye(5)[2]
v = -y / h

weighted = v @ dSdW
# %%
gradient = weighted.reshape(5, 3).T
gradient.round(4)
# %%
def loss(W):
    return cross_entropy(W.T @ x, y)

plain = sums.reshape(5, 3).T
print(f"plain sums:    {loss(W - plain):.4f}")
print(f"weighted sums: {loss(W - gradient):.4f}")
# %%
u = h * (v - v @ h)
direct = np.outer(x, u)

bool(np.abs(direct - gradient).max() < 1e-15)
# %%
step = 1e-5
measured = np.zeros((3, 5))
for j in range(x.size):
    for i in range(h.size):
        up, down = W.copy(), W.copy()
        up[j, i] += step
        down[j, i] -= step
        measured[j, i] = (loss(up) - loss(down)) / (2 * step)
bool(np.abs(measured - direct).max() < 1e-9)
# %%
inputs, outputs = 1000, 1000
