#!/usr/bin/env python3
"""Works out by itself what the figures over time should be: reads a Data Package, writes JSON.

    independent.py FOLDER CUTOFF

It shares no code with the project and goes another way: exact fractions, and for each figure the sum written out by
hand, with the values looked up by year and number of months.
"""
import json, sys
from record import Record, code, month, quarter, twelve

record = Record(*sys.argv[1:3])
values, trade = record.values, record.trade
answers = {}


def put(key, amount, scale=1):
    answers[key] = [float(amount.value * scale), float((amount.value - amount.half) * scale), float((amount.value + amount.half) * scale)]


def ratio(key, top, bottom):
    """A quotient in per cent with its ends; nothing where the divisor may be zero."""
    lo, hi = bottom.value - bottom.half, bottom.value + bottom.half
    if lo <= 0 <= hi:
        return
    ends = [a / b for a in (top.value - top.half, top.value + top.half) for b in (lo, hi)]
    answers[key] = [float(100 * top.value / bottom.value), float(100 * min(ends)), float(100 * max(ends))]


years = range(2010, 2030)
flows = (('turnover', 'turnover'), ('exports', 'export'), ('imports', 'import'), ('balance', 'balance'), ('investment', 'investment'))
lines = {name: record.line(flow) for name, flow in flows}
newest = record.newest
for name, at in lines.items():
    for y in years:
        for m in range(1, 13):
            a, b = month(at, y, m), month(at, y - 1, m)
            if a and (m > 1 or name == 'balance'):
                put(f'{name}.month.{code(y, m)}', a)
            if a and b and name != 'investment':
                put(f'{name}.month.change.{code(y, m)}', a - b)
                if name != 'balance':
                    ratio(f'{name}.month.index.{code(y, m)}', a, b)
            t, u = twelve(at, y, m), twelve(at, y - 1, m)
            first = f'{y}' if m == 12 else f'{code(y - 1, m + 1)}/{code(y, m)}'
            if t and (m < 12 or name == 'balance'):
                put(f'{name}.twelve.{first}', t)
            if t and u:
                if name != 'balance':
                    ratio(f'{name}.twelve.index.{first}', t, u)
            if m % 3 == 0:
                q, r = quarter(at, y, m), quarter(at, y - 1, m)
                span = f'{code(y, m - 2)}/{code(y, m)}'
                if q and (m > 3 or name == 'balance'):
                    put(f'{name}.quarter.{span}', q)
                if q and r and name != 'balance':
                    ratio(f'{name}.quarter.index.{span}', q, r)

Y, M = newest
span = f'{Y}-01' if M == 1 else f'{Y}' if M == 12 else f'{Y}-01/{code(Y, M)}'
for flow, name in (('export', 'exports'), ('import', 'imports')):
    total, base = trade(flow, Y, M), trade(flow, Y - 1, M)
    if not total:
        continue
    groups = [[k[3] for k in values if k[0] == 'trade_value' and k[1] == flow and k[2] == 'RU' and k[3] != '_T' and k[4:] == newest]]
    groups += [[k[2] for k in values if k[0] == 'trade_value' and k[1] == flow and k[2] != 'RU' and k[4:] == newest]] if flow == 'export' else []
    for codes in groups:
        at = lambda c, y: trade(flow, y, M, *(('RU', c) if c.startswith('HS') else (c, '_T')))
        for c in codes:
            ratio(f'{name}.{c}.share.{span}', at(c, Y), total)
            if base and at(c, Y - 1):
                put(f'{name}.{c}.change.{span}', at(c, Y) - at(c, Y - 1))
                ratio(f'{name}.{c}.index.{span}', at(c, Y), at(c, Y - 1))
                ratio(f'{name}.{c}.contribution.{span}', at(c, Y) - at(c, Y - 1), base)
        both = [c for c in codes if at(c, Y - 1)]
        ranks = lambda y: {c: 1 + sum(at(d, y).value > at(c, y).value for d in both) for c in both}
        answers.setdefault('ranks', {}).update({f'{name}.{c}': [ranks(Y)[c], ranks(Y - 1)[c]] for c in both})
        if base and both == codes:
            growth = 100 * (total.value - base.value) / base.value
            named = sum(100 * (at(c, Y).value - at(c, Y - 1).value) / base.value for c in codes)
            answers.setdefault('rests', []).append(float(growth - named))
print(json.dumps(answers))
