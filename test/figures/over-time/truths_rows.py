"""The same for sentences on rows of months, on what bulletins lack, and on what they revise."""
from facts import Other, back, count, must, prints, stretch, when
from truths import truth


def clearly(change, way):
    return change is not None and (change.lo >= 1.005 if way == 'up' else change.hi <= 0.995)


def row_to(f, flow, at, way):
    """How many months in a row up to one moved so clearly."""
    n = 0
    while clearly(f.of_month(flow, *at), way):
        n, at = n + 1, back(*at)
    return n


@truth('streak.above', 'streak.below')
def streak(key, s, f):
    found = row_to(f, f.flow(s['flow']), when(s['m_in']), 'up' if key == 'streak.above' else 'down')
    must(found == count(s['nth']) >= 3, f'{key}: {found} in a row')


@truth('streak.two', 'streak.both_equal')
def streaks(key, s, f):
    at, way = when(s['m_in']), 'up' if s['d'] == 'up' else 'down'
    for flow, nth in (('export', 'nth1'), ('import', 'nth2')):
        found = row_to(f, flow, at, way)
        must(found == count(s.get(nth) or s['nth']) >= 3, f'{key} {flow}: {found} in a row')


@truth('streak.contrary')
def streaks_apart(key, s, f):
    at, way = when(s['m_in']), 'up' if s['d'] == 'up' else 'down'
    for flow, nth, told in (('export', 'nth1', way), ('import', 'nth2', 'down' if way == 'up' else 'up')):
        found = row_to(f, flow, at, told)
        must(found == count(s[nth]) >= 3, f'{key} {flow}: {found} in a row')


@truth('streak.not_below', 'streak.not_above')
def never(key, s, f):
    flow, at, n = f.flow(s['flow']), when(s['since']), 0
    while at <= (f.y, f.m):
        change = f.of_month(flow, *at)
        must(change and (change.lo >= 1 if key == 'streak.not_below' else change.hi <= 1), f'{key}: {at} was not so')
        at, n = back(*at, -1), n + 1
    must(n >= 6, f'{key}: only {n} months')


@truth('streak.with_pair_above', 'streak.with_pair_below')
def row_with_pair(key, s, f):
    flow, at, way = f.flow(s['flow']), when(s['since']), 'up' if key.endswith('above') else 'down'
    while at <= (f.y, f.m):
        change = f.of_month(flow, *at)
        if change:
            must(clearly(change, way), f'{key}: {at} was not so')
            at = back(*at, -1)
            continue
        spans = [n for n in range(2, 6) if f.of_months(flow, *at, n)]
        must(spans and clearly(f.of_months(flow, *at, spans[0]), way), f'{key}: nothing is known from {at} on')
        at = back(*at, -spans[0])


@truth('streak.last_below', 'streak.last_above')
def last(key, s, f):
    flow, at, way = f.flow(s['flow']), when(s['m_in']), 'down' if key.endswith('below') else 'up'
    change = f.of_month(flow, *at)
    must(change and change.way == way, f'{key}: {at} was not so')
    later, n = back(*at, -1), 0
    while later <= (f.y, f.m):
        change = f.of_month(flow, *later)
        must(change and change.way != way, f'{key}: {later} may have been so, too')
        later, n = back(*later, -1), n + 1
    must(n >= 6, f'{key}: only {n} months ago')


@truth('turn.first_rise', 'turn.first_fall', 'turn.first_rise_since', 'turn.first_fall_since')
def turn(key, s, f):
    flow, at = f.flow(s['flow']), when(s['m_in'])
    way, before = ('up', 'down') if 'rise' in key else ('down', 'up')
    change = f.of_month(flow, *at)
    change.must_go(way, key)
    change.prints(s['p'], key)
    if not key.endswith('since'):
        found = row_to(f, flow, back(*at), before)
        return must(found == count(s['n']) >= (3 if way == 'up' else 6), f'{key}: {found} before it')
    first = when(s['since'])
    earlier = f.of_month(flow, *first)
    must(earlier and earlier.way == way, f'{key}: {first} was not so')
    between = back(*at)
    while between > first:
        change = f.of_month(flow, *between)
        must(change and change.way != way, f'{key}: {between} may have been so, too')
        between = back(*between)


@truth('extreme.high_few', 'extreme.high_few_two')
def highest_of_few(key, s, f):
    for flow, m in (('export', 'm1_in'), ('import', 'm2_in')):
        known, at = f.known(flow), when(s.get(m) or s['m_in'])
        must(6 <= len(known) == count(s['n']) < 24, f'{key}: {len(known)} months are known')
        mine = dict(known)[at]
        must(all(o.hi < mine.lo for other, o in known if other != at), f'{key} {flow}: another month is not apart')


@truth('extreme.every_month_more', 'extreme.every_month_above')
def imports_above(key, s, f):
    times = 2 if key.endswith('more') else 1
    for at, bought in f.known('import'):
        sold = f.month('export', *at)
        must(sold and bought.lo > times * sold.hi, f'{key}: not in {at}')
    must('since' not in s or when(s['since']) == f.known('import')[0][0], f'{key}: the months are known from {f.known("import")[0][0]} on')


@truth('alt.months', 'alt.months_values')
def months_in_words(key, s, f):
    if 'flow' not in s:
        raise Other(key)
    flow = f.flow(s['flow'])
    for value, m in (('v1', 'm1_in'), ('vhi', 'mhi_in'), ('vlo', 'mlo_in')):
        prints(s[value], f.month(flow, *when(s[m])).value, key)


@truth('extreme.high', 'extreme.low', 'extreme.high_both', 'extreme.low_both', 'extreme.high_one', 'extreme.low_one')
def extreme(key, s, f):
    at, high = when(s['m_in']), 'high' in key
    for flow in [f.flow(s['flow'])] if 'flow' in s else ['export', 'import']:
        known = f.known(flow)
        mine = dict(known)[at]
        if 'money' in s:
            prints(s['money'], mine.value, key)
        must(len(known) == count(s['n']) >= 24 and when(s['since']) == known[0][0], f'{key}: {len(known)} months since {known[0][0]}')
        others = [value for other, value in known if other != at]
        must(all(o.hi < mine.lo if high else o.lo > mine.hi for o in others), f'{key} {flow}: another month is not apart')
        means = [total.value / n for _, n, total in f.pairs(flow)]
        must(all(mean < mine.value if high else mean > mine.value for mean in means), f'{key}: months together pass it')


@truth('ahead.both', 'ahead.one', 'behind.both', 'behind.one')
def ahead(key, s, f):
    year, above = int(s['year']), key.startswith('ahead')
    for flow in [f.flow(s['flow'])] if 'flow' in s else ['export', 'import']:
        now = f.record.trade(flow, f.y, f.m)
        must(f.y - year >= 3, f'{key}: fewer than three years')
        for y in range(year, f.y):
            then = f.record.trade(flow, y, f.m)
            must(then and (now.lo > then.hi if above else now.hi < then.lo), f'{key} {flow}: {y} is not so')


@truth('missing.follows', 'missing.several')
def missing(key, s, f):
    (y, m), n = stretch(s['months'])
    for end in range(m, m + n - 1):
        must((y, end) not in f.record.bulletins, f'{key}: there is a bulletin to {y}-{end}')
    must(any(f.together(flow, y, m, n) for flow in ('export', 'import', 'turnover')), key)


@truth('revision.index_base')
def revised_base(key, s, f):
    for flow in ('turnover', 'export', 'import'):
        now, before, index = f.record.trade(flow, f.y, f.m), f.record.trade(flow, f.y - 1, f.m), f.record.at('trade_index', flow, f.y, f.m)
        if not (now and before and index) or half_printed(s['printed'], before):
            continue
        lo, hi = 100 * now.lo / index.hi, 100 * now.hi / index.lo
        prints(s['implied'], 100 * now.value / index.value, key)
        return must(lo > before.hi or hi < before.lo, f'{key}: the base fits')
    must(False, f'{key}: no flow has that base')


def half_printed(text, amount):
    try:
        prints(text, amount.value, '')
    except Exception:
        return True
    return False
