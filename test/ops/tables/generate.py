#!/usr/bin/env python3
"""Writes one table per op: inputs, value and partial derivatives to 40 digits, from mpmath.

Run: apt-get install python3-mpmath && python3 test/ops/tables/generate.py

Formulas here are mpmath's own functions or the textbook definition, never ours. Each derivative is
compared with mpmath's numerical one before it is written, except at kinks, where the convention
(that of PyTorch) is stated in the row. A row of an op that gives a vector has its values, and the
partial derivatives of each.
"""
import json
import os
from mpmath import mp, mpf, nstr, diff, exp, expm1, log, log1p, sqrt, erf, erfc, ncdf, npdf, tanh, sech, pi, power, sin, cos, floor

DIGITS = 40
mp.dps = 2500  # cancellation out in the tails costs up to two thousand digits

USUAL = ["-4", "-2.5", "-1", "-0.3", "-1e-8", "0", "1e-8", "0.1", "0.5", "1.105905967", "2", "4"]
TAILS = ["-400", "-40", "40", "400"]
POSITIVE = ["1e-30", "0.0001", "0.2", "0.75", "1", "1.0000000001", "3.5", "40", "1e20"]


def sigmoid(x):
    return 1 / (1 + exp(-x))


def sigmoid_slope(x):
    return sigmoid(x) * sigmoid(-x)


def gelu_tanh_inner(x):
    return sqrt(2 / pi) * (x + mpf("0.044715") * x**3)


def gelu_tanh_slope(x):
    u = gelu_tanh_inner(x)
    inner = sqrt(2 / pi) * (1 + 3 * mpf("0.044715") * x**2)
    return (1 + tanh(u)) / 2 + x * sech(u) ** 2 * inner / 2


def share(x, xs, best):
    return mpf(x == best(xs)) / xs.count(best(xs))


def shares(best):
    return lambda *xs: [share(x, xs, best) for x in xs]


def bce(p, t):
    part = lambda weight, x: weight * log(x) if weight else mpf(0)
    return -(part(t, p) + part(1 - t, 1 - p))


def softmax(*z):
    powers = [exp(x) for x in z]
    return [power / sum(powers) for power in powers]


def softmax_slopes(*z):
    p = softmax(*z)
    return [[p[i] * ((i == j) - p[j]) for j in range(len(z))] for i in range(len(z))]


def log_softmax(*z):
    return [log(p) for p in softmax(*z)]


def log_softmax_slopes(*z):
    p = softmax(*z)
    return [[(i == j) - p[j] for j in range(len(z))] for i in range(len(z))]


def sign(x):
    return mpf((x > 0) - (x < 0))


def product_without(xs, skip):
    result = mpf(1)
    for i, x in enumerate(xs):
        if i != skip:
            result *= x
    return result


PAIRS = [["0.1", "0.3"], ["-2", "5"], ["1e20", "1"], ["3", "-0.7"], ["0", "2"]]
TIES = [["0.3", "0.3"], ["0.3", "0.3", "0.3"], ["5", "1", "5"], ["-2", "7", "7", "-2"], ["1", "1", "4"]]
LISTS = PAIRS + [["0.05", "0.1", "-0.35"], ["1", "2", "3", "4.5"], ["2.5"], ["0", "0", "7"]]
SCORES = [
    ["0"],
    ["0.3", "0.3"],
    ["2", "-1"],
    ["2", "1", "0.1"],
    ["0.05", "-0.3", "0.7", "1.2"],
    ["0.5", "0.5", "0.5"],
    ["1e-8", "0", "-1e-8"],
    ["40", "0", "-40"],
    ["1000", "-1000", "0"],
    ["-1000", "0", "1000"],
    ["1000", "1000", "-1000"],
    ["-1000", "-1000", "-1000"],
]

# op: (function, partials, points); a point is one text per input.
OPS = {
    "add": (lambda *x: sum(x), lambda *x: [mpf(1)] * len(x), LISTS),
    "sum": (lambda *x: sum(x), lambda *x: [mpf(1)] * len(x), LISTS),
    "mean": (lambda *x: sum(x) / len(x), lambda *x: [mpf(1) / len(x)] * len(x), LISTS),
    "mul": (lambda *x: product_without(x, None), lambda *x: [product_without(x, i) for i in range(len(x))], LISTS),
    "sub": (lambda a, b: a - b, lambda a, b: [mpf(1), mpf(-1)], PAIRS),
    "div": (lambda a, b: a / b, lambda a, b: [1 / b, -a / b**2], PAIRS),
    "neg": (lambda x: -x, lambda x: [mpf(-1)], USUAL),
    "pow": (
        power,
        lambda a, b: [b * power(a, b - 1), power(a, b) * log(a)],
        [["2", "3"], ["0.4", "2"], ["2", "0.5"], ["9", "-1.5"], ["1.7", "0"], ["3", "-40"], ["0.01", "12.5"]],
    ),
    "sqrt": (sqrt, lambda x: [1 / (2 * sqrt(x))], POSITIVE),
    "exp": (exp, lambda x: [exp(x)], USUAL + TAILS),
    "expm1": (expm1, lambda x: [exp(x)], USUAL + TAILS + ["1e-30"]),
    "log": (log, lambda x: [1 / x], POSITIVE),
    "log1p": (log1p, lambda x: [1 / (1 + x)], POSITIVE + ["-0.5", "-1e-20", "-0.9"]),
    "sin": (sin, lambda x: [cos(x)], USUAL + ["40", "-400", "1.5"]),
    "cos": (cos, lambda x: [-sin(x)], USUAL + ["40", "-400", "1.5"]),
    "abs": (abs, lambda x: [sign(x)], USUAL),
    "sign": (sign, lambda x: [mpf(0)], USUAL),
    "floor": (floor, lambda x: [mpf(0)], USUAL + ["2.999999999", "-400.5", "1e20"]),
    "step": (lambda x: mpf(x > 0), lambda x: [mpf(0)], USUAL),
    "larger": (lambda *x: share(x[0], x, max), lambda *x: [mpf(0)] * len(x), LISTS + TIES),
    "smaller": (lambda *x: share(x[0], x, min), lambda *x: [mpf(0)] * len(x), LISTS + TIES),
    "max": (lambda *x: max(x), shares(max), LISTS + TIES),
    "maxFirst": (lambda *x: max(x), lambda *x: [mpf(i == x.index(max(x))) for i in range(len(x))], LISTS + TIES),
    "min": (lambda *x: min(x), shares(min), LISTS + TIES),
    "pi": (lambda: +pi, lambda: [], [[]]),
    "erf": (erf, lambda x: [2 / sqrt(pi) * exp(-x * x)], USUAL + TAILS),
    "erfc": (erfc, lambda x: [-2 / sqrt(pi) * exp(-x * x)], USUAL + TAILS),
    "normalCdf": (ncdf, lambda x: [npdf(x)], USUAL + TAILS),
    "normalPdf": (npdf, lambda x: [-x * npdf(x)], USUAL + TAILS),
    "identity": (lambda x: x, lambda x: [mpf(1)], USUAL),
    "sigmoid": (sigmoid, lambda x: [sigmoid_slope(x)], USUAL + TAILS),
    "tanh": (tanh, lambda x: [sech(x) ** 2], USUAL + TAILS),
    "relu": (lambda x: max(x, mpf(0)), lambda x: [mpf(x > 0)], USUAL + TAILS),
    "leakyRelu": (
        lambda x, s: x if x > 0 else s * x,
        lambda x, s: [mpf(1) if x > 0 else s, mpf(0) if x > 0 else x],
        [[x, "0.01"] for x in USUAL] + [["-2", "0.2"], ["3", "0.2"], ["-2", "1.5"]],
    ),
    "elu": (
        lambda x, a: x if x > 0 else a * expm1(x),
        lambda x, a: [mpf(1) if x > 0 else a * exp(x), mpf(0) if x > 0 else expm1(x)],
        [[x, "1"] for x in USUAL + TAILS] + [["-2", "0.5"], ["0", "0.5"], ["3", "0.5"], ["-1", "2"]],
    ),
    "softplus": (lambda x: log1p(exp(x)), lambda x: [sigmoid(x)], USUAL + TAILS),
    "silu": (lambda x: x * sigmoid(x), lambda x: [sigmoid(x) + x * sigmoid_slope(x)], USUAL + TAILS),
    "gelu": (lambda x: x * ncdf(x), lambda x: [ncdf(x) + x * npdf(x)], USUAL + TAILS),
    "geluTanh": (
        lambda x: x * (1 + tanh(gelu_tanh_inner(x))) / 2,
        lambda x: [gelu_tanh_slope(x)],
        USUAL + ["-40", "-8", "8", "40"],
    ),
    "bce": (
        bce,
        lambda p, t: [(p - t) / (p * (1 - p)), log(1 - p) - log(p)],
        [["0.7", "1"], ["0.7", "0"], ["0.25", "0.9"], ["0.2", "0.5"], ["1e-9", "0"], ["1e-9", "1"], ["1e-30", "0"]]
        + [["1e-30", "1"], ["0.99", "0"], ["0.75", "0.1"], ["0.9999999999990905052982270717620849609375", "1"]],
    ),
    "bceLogits": (
        lambda z, t: bce(sigmoid(z), t),
        lambda z, t: [sigmoid(z) - t, -z],
        [[z, t] for z in USUAL + TAILS + ["-1000", "1000"] for t in ["0", "1"]] + [["-1", "0.9"], ["2", "0.3"], ["40", "0.5"]],
    ),
}

# op: (function, partials of each of its values, points)
VECTORS = {
    "softmax": (softmax, softmax_slopes, SCORES),
    "logSoftmax": (log_softmax, log_softmax_slopes, SCORES),
}

KINKS = {
    "abs": [["0"]],
    "sign": [["0"]],
    "floor": [["-4"], ["-1"], ["0"], ["2"], ["4"], ["1e20"]],
    "step": [["0"]],
    "relu": [["0"]],
    "leakyRelu": [["0", "0.01"]],
    "elu": [["0", "1"], ["0", "0.5"]],
    "larger": [["0.3", "0.3"], ["0.3", "0.3", "0.3"], ["5", "1", "5"]],
    "smaller": [["0.3", "0.3"], ["0.3", "0.3", "0.3"], ["0", "0", "7"], ["-2", "7", "7", "-2"], ["1", "1", "4"]],
    "max": [["0.3", "0.3"], ["0.3", "0.3", "0.3"], ["5", "1", "5"], ["-2", "7", "7", "-2"]],
    "maxFirst": [["0.3", "0.3"], ["0.3", "0.3", "0.3"], ["5", "1", "5"], ["-2", "7", "7", "-2"]],
    "min": [["0.3", "0.3"], ["0.3", "0.3", "0.3"], ["0", "0", "7"], ["-2", "7", "7", "-2"], ["1", "1", "4"]],
}


def text(x):
    return "0" if x == 0 else nstr(x, DIGITS, min_fixed=-8, max_fixed=21, strip_zeros=True).removesuffix(".0")


def check(op, f, inputs, partials):
    for i, stated in enumerate(partials):
        along = lambda t: f(*[t if j == i else x for j, x in enumerate(inputs)])
        # A small step of our own: near a kink mpmath's default would straddle it.
        h = mpf(10) ** -300
        numeric = (along(inputs[i] + h) - along(inputs[i] - h)) / (2 * h)
        assert abs(numeric - stated) <= abs(stated) * mpf(10) ** -60 + mpf(10) ** -2000, (op, inputs, numeric, stated)


def scalar_row(op, f, partials_of, point):
    inputs = [mpf(x) for x in point]
    partials = partials_of(*inputs)
    kink = point in KINKS.get(op, [])
    if not kink:
        check(op, f, inputs, partials)
    row = {"inputs": point, "value": text(f(*inputs)), "partials": [text(p) for p in partials]}
    return {**row, "kink": True} if kink else row


def vector_row(op, f, partials_of, point):
    inputs = [mpf(x) for x in point]
    partials = partials_of(*inputs)
    for i, row in enumerate(partials):
        check(op, lambda *x: f(*x)[i], inputs, row)
    return {
        "inputs": point,
        "values": [text(value) for value in f(*inputs)],
        "partials": [[text(p) for p in row] for row in partials],
    }


def write(op, rows):
    folder = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(folder, f"{op}.json"), "w") as file:
        file.write('{\n  "source": "mpmath, %d digits of %d; test/ops/tables/generate.py",\n  "rows": [\n' % (DIGITS, mp.dps))
        file.write(",\n".join("    " + json.dumps(row) for row in rows))
        file.write("\n  ]\n}\n")


def main():
    for op, (f, partials_of, points) in OPS.items():
        write(op, [scalar_row(op, f, partials_of, [x] if isinstance(x, str) else x) for x in points])
    for op, (f, partials_of, points) in VECTORS.items():
        write(op, [vector_row(op, f, partials_of, point) for point in points])


main()
