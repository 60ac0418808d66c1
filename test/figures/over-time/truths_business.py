"""The same for sentences on shares, investment, companies and documents."""
import re
from facts import QUARTERS, Change, count, must, prints, when
from truths import truth, way_of
from truths_parts import share


@truth(*(f'shift.{way}{where}' for way in ('rose', 'fell', 'same') for where in ('', '_invested')))
def shift(key, s, f):
    flow, n = f.flow(s['of']) if 'of' in s else 'investment', count(s['n'])
    y, m = f.invested if flow == 'investment' else (f.y, f.m)
    now, before = f.share(flow, y, m), f.share(flow, y - n, m)
    prints(s['s'], now.value, key)
    moved = now - before
    if key.startswith('shift.same'):
        return must(abs(moved.value) < 0.3 or moved.lo <= 0 <= moved.hi, key)
    prints(s['points'], moved.value, key)
    must(moved.lo > 0 if key.startswith('shift.rose') else moved.hi < 0, key)


@truth(*(f'shift.{end}{where}' for end in ('highest', 'lowest') for where in ('', '_invested')))
def extreme_share(key, s, f):
    flow = f.flow(s['of']) if 'of' in s else 'investment'
    y, m = f.invested if flow == 'investment' else (f.y, f.m)
    every = [f.share(flow, y - back, m) for back in range(count(s['n']))]
    must(all(every) and len(every) >= 4, f'{key}: not {s["n"]} equal periods are known')
    now, others = every[0], every[1:]
    prints(s['s'], now.value, key)
    must(all(o.hi < now.lo if key.startswith('shift.highest') else o.lo > now.hi for o in others), f'{key}: another year is not apart')


@truth('quarter.value', 'quarter.up', 'quarter.down', 'quarter.smallest', 'quarter.largest', 'quarter.negative')
def quarters(key, s, f):
    name, year = s['q'].split()[1], int(s['q'].split()[-1])
    q = QUARTERS.index(name) + 1
    value = f.quarter(year, q)
    prints(s['money'], value.value, key)
    if key == 'quarter.negative':
        return must(value.hi < 0, key)
    if key in ('quarter.up', 'quarter.down'):
        change = Change(value, f.quarter(year - 1, q))
        change.must_go(key.partition('.')[2], key)
        return change.prints(s['p'], key)
    if key == 'quarter.value':
        return
    every = [(y, i) for y in range(2005, year + 1) for i in range(1, 5) if (y, i) <= (year, q) and f.quarter(y, i)]
    others = [f.quarter(*at) for at in every if at != (year, q)]
    must(len(every) == count(s['n']) >= 8, f'{key}: {len(every)} quarters are known')
    must(all(o.lo > value.hi if key == 'quarter.smallest' else o.hi < value.lo for o in others), key)


@truth('quarter.yet_share', 'quarter.and_share')
def invested_and_share(key, s, f):
    y, m = f.invested
    change = Change(f.record.investment(y, m), f.record.investment(y - 1, m))
    change.must_go('down' if key == 'quarter.yet_share' else way_of(s), key)
    change.prints(s['p'], key)
    now, before = f.share('investment', y, m), f.share('investment', y - 1, m)
    share(s['fraction'], now.value, f, key)
    if key == 'quarter.yet_share':
        must(now.lo > 50 and now.hi >= before.lo, f'{key}: the share fell, or is no half')


COUNTED = {'companies': ['companies'], 'zone': ['companies_fez'], 'documents': ['documents_executive', 'documents_council', 'documents_local']}


@truth(*(f'stock.{kind}_{told}' for kind in COUNTED for told in ('more', 'fewer', 'same')))
def stock(key, s, f):
    kind, _, told = key.removeprefix('stock.').partition('_')
    total = lambda at: sum(f.record.counts[indicator, f'{at[0]}-{at[1]:02d}'].value for indicator in COUNTED[kind])
    newest = max(period for indicator, period in f.record.counts if indicator == COUNTED[kind][0])
    now, before = total((int(newest[:4]), int(newest[5:]))), total(when(s.get('m0_in') or s['m0']))
    prints(s['n'], now, key)
    must('m' not in s or when(s['m']) == (int(newest[:4]), int(newest[5:])), f'{key}: the newest count is of {newest}')
    if told == 'same':
        return must(now == before, f'{key}: {before} before')
    must(count(s['d']) == abs(now - before) and (now > before) == (told == 'more'), f'{key}: {before} before')


@truth('quarter.streak')
def quarters_in_a_row(key, s, f):
    way = way_of(s)
    at, n = (f.invested[0], f.invested[1] // 3), 0
    while True:
        now, before = f.quarter(*at), f.quarter(at[0] - 1, at[1])
        if not now or not before or Change(now, before).way != way:
            break
        n, at = n + 1, (at[0], at[1] - 1) if at[1] > 1 else (at[0] - 1, 4)
    must(n == count(s['nth']) >= 3, f'{key}: {n} in a row')
