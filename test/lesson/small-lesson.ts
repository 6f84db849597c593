/** A lesson with one of everything, to be broken one place at a time. */
export const smallLesson = `---
id: small
title: One neuron
summary: A neuron and its error.
needs: [arithmetic]
program: |
  # the neuron
  net = w*x + b
  out = sigmoid(net)
  L = (t - out)^2 / 2
loss: L
inputs: { x: 0.10 }
targets:
  t: 1
parameters:
  w: -0.5
  b: 2e-3
trained: [w]
update:
  optimiser: sgd
  settings: { rate: 0.5 }
conventions:
  - id: bias
    title: The bias
    choices:
      - { id: frozen, label: kept }
      - { id: trained, label: trained, trained: [b] }
  - id: half
    title: Half
    choices:
      - id: half
        label: with
      - id: whole
        label: without
        note: The plain square.
        lines: L = (t - out)^2
names:
  local/out/net: slope of its sigmoid
published:
  - ref: out@1
    label: what it says
    printed: −0.25
    reason: Rounded, *as usual*.
    reproduced-by: { half: whole }
sources:
  - title: Nobody
    url: https://example.org/
---

## lesson

Hello.

## backward/net
When: {local/out/net} < 0.2

It's *flat*: [[local/out/net]], $y(1 - y)$, see [its output](step:forward/out)
or \`net\` on [a **page**](https://example.org/a).

- one
- two

$$
\\frac{a}{b}
$$

Note: Ask [[out]] them.

1. first
`;
