/** A chain of neurons whose gradient shrinks from layer to layer; its activation and its depth can be chosen. */
export const chainText = `---
id: chain
title: A chain of neurons
summary: One neuron after the other.
needs: []
program: |
  z[t] = w*h[t-1] + b
  h[t] = sigmoid(z[t])
  L = (y - h[T])^2 / 2
loss: L
inputs: { h0: 1 }
targets: { y: 0 }
parameters: { w: 0.8, b: 0.1 }
constants: { T: 6 }
trained: [w, b]
update:
  optimiser: sgd
  settings: { rate: 0.5 }
conventions:
  - id: activation
    title: The activation
    choices:
      - { id: sigmoid, label: sigmoid }
      - { id: tanh, label: tanh, lines: "h[t] = tanh(z[t])" }
      - { id: relu, label: ReLU, lines: "h[t] = relu(-z[t])" }
plots:
  - kind: series
    title: How the gradient shrinks
    of: backward/h[t]
    axis: layer
    scale: log
    compare: activation
    count: T
    from: 2
    to: 30
---

## lesson

Hello.
`;

/** A narrow valley, and four ways down; the last one is too fast. */
export const valleyText = `---
id: valley
title: A narrow valley
summary: Four ways down.
needs: []
program: |
  L = (w1^2 + 10*w2^2) / 2
loss: L
parameters: { w1: -4, w2: 1 }
trained: [w1, w2]
update:
  optimiser: sgd
  settings: { rate: 0.05 }
conventions:
  - id: optimiser
    title: The optimiser
    choices:
      - { id: sgd, label: gradient descent }
      - { id: momentum, label: momentum, update: { optimiser: momentum, settings: { rate: 0.05, mu: 0.8 } } }
      - { id: adam, label: Adam, update: { optimiser: adam, settings: { rate: 0.2 } } }
      - { id: fast, label: too fast, update: { optimiser: sgd, settings: { rate: 0.21 } } }
  - id: valley
    title: The valley
    choices:
      - { id: narrow, label: narrow }
      - { id: round, label: round, lines: "L = (w1^2 + w2^2) / 2" }
plots:
  - kind: paths
    title: Ways down
    x: w1
    y: { name: w2, from: -2, to: 2 }
    compare: optimiser
    updates: 40
  - kind: paths
    title: Two valleys
    x: w1
    y: w2
    compare: valley
---

## lesson

Hello.
`;
