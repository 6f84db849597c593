#!/usr/bin/env python3
"""Writes functions.json: elementary functions to 40 and 300 digits, from mpmath.

Run: apt-get install python3-mpmath && python3 test/numbers/tables/generate.py
"""
import json
import os
from mpmath import mp, mpf, nstr, exp, expm1, log, log1p, tanh, erf, erfc

mp.dps = 1400

FUNCTIONS = {
    "exp": (exp, ["1e-350", "-1e-30", "0.5", "2.302585092994", "-40.123", "400", "-12345.678", "1e6", "123456789.25"]),
    "expm1": (expm1, ["1e-350", "-1e-30", "0.001", "-0.5", "40", "-400"]),
    "log": (log, ["1e-300", "0.7", "0.99999999999999999999", "1.00000000000000000001", "1e50", "3e-1000000"]),
    "log1p": (log1p, ["1e-350", "-1e-20", "-0.5", "2", "1e30"]),
    "tanh": (tanh, ["1e-350", "-1e-10", "0.3", "-3", "20", "1000"]),
    "erf": (erf, ["1e-350", "-1e-8", "0.01", "0.9999", "-1.5", "3.17", "5.125", "12"]),
    "erfc": (erfc, ["1e-8", "0.5", "1", "2.1", "3.17", "5.125", "8.6", "8.7", "15.5", "40", "123.456", "1e4", "-3"]),
}


def text(x, digits):
    return nstr(x, digits, min_fixed=0, max_fixed=0)


rows = [
    {"op": op, "input": x, "digits": digits, "value": text(f(mpf(x)), digits)}
    for digits in (40, 300)
    for op, (f, inputs) in FUNCTIONS.items()
    for x in inputs
]
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "functions.json"), "w") as file:
    file.write("[\n" + ",\n".join("  " + json.dumps(row) for row in rows) + "\n]\n")
