"""For each sentence on flows over time, by the key of its message: what must be so for it to be true."""
from facts import Change, count, must, Other, prints, stretch, when, Wrong

TRUTHS = {}


def truth(*keys):
    def keep(check):
        TRUTHS.update({key: check for key in keys})
        return check
    return keep


def opposite(way):
    return 'down' if way == 'up' else 'up'


def way_of(slots):
    return 'up' if slots['d'] == 'up' else 'down'


@truth('ytd.more_by', 'ytd.less_by', 'ytd.same', 'ytd.value')
def since_january(key, s, f):
    flow = f.flow(s['subject'])
    if flow == 'investment':
        raise Other(flow)
    value = f.record.trade(flow, f.y, f.m)
    prints(s['money'], value.value, key)
    if key == 'ytd.value':
        return
    if key == 'ytd.same':
        return f.to_date(flow).must_go('same', key)
    difference = value - f.record.trade(flow, f.y - 1, f.m)
    prints(s['amount'], difference.value, key)
    must(difference.lo > 0 if key == 'ytd.more_by' else difference.hi < 0, f'{key}: the difference is {float(difference.value)}')


@truth('ytd.exports_faster', 'ytd.imports_faster', 'ytd.exports_fell_more', 'ytd.imports_fell_more', 'ytd.same_pace_up', 'ytd.same_pace_down', 'ytd.opposite_exports_up', 'ytd.opposite_imports_up')
def pace(key, s, f):
    sold, bought = f.to_date('export'), f.to_date('import')
    if 'opposite' in key:
        first, second = (sold, bought) if 'exports' in key else (bought, sold)
        return must(first.lo > 1 > second.hi, key)
    rose = key.endswith(('faster', 'pace_up'))
    must(all(c.lo > 1 if rose else c.hi < 1 for c in (sold, bought)), f'{key}: not both moved so')
    apart = sold.lo > bought.hi or bought.lo > sold.hi
    clear = apart and abs(sold.ratio - bought.ratio) * 100 >= 0.3
    if 'same_pace' in key:
        return must(not clear, f'{key}: the changes are apart')
    more = sold if 'ytd.exports' in key else bought
    must(clear and more is max((sold, bought), key=lambda c: abs(c.ratio - 1)), key)


@truth('ytd.flows_same', 'ytd.flows_contrary', 'ytd.exports_flat', 'ytd.imports_flat', 'ytd.both_flat')
@truth('ytd.title_same', 'ytd.title_contrary', 'ytd.title_exports_flat', 'ytd.title_imports_flat', 'ytd.title_flat')
def flows(key, s, f):
    for flow, n in (('export', 1), ('import', 2)):
        change = f.to_date(flow)
        if f'money{n}' in s:
            prints(s[f'money{n}'], change.now.value, key)
        if f'p{n}' in s:
            change.prints(s[f'p{n}'], key)
        flat = key in ('ytd.both_flat', 'ytd.title_flat') or key.endswith(f'{flow}s_flat')
        told = 'same' if flat else way_of(s)
        if 'contrary' in key and flow == 'import':
            told = opposite(told)
        change.must_go(told, f'{key} {flow}')


@truth('ytd.flows_same_imports')
def flows_imports_first(key, s, f):
    for flow, n in (('import', 1), ('export', 2)):
        change = f.to_date(flow)
        prints(s[f'money{n}'], change.now.value, key)
        change.prints(s[f'p{n}'], key)
        change.must_go(way_of(s), f'{key} {flow}')


@truth('single.detail_same', 'single.detail_contrary')
def detail_of_month(key, s, f):
    y, m = when(s['m0_in'])
    for flow, n in (('export', 1), ('import', 2)):
        change = f.of_month(flow, y + 1, m)
        change.prints(s[f'p{n}'], key)
        told = opposite(way_of(s)) if key.endswith('contrary') and flow == 'import' else way_of(s)
        change.must_go(told, f'{key} {flow}')


@truth('driver.flow_rise', 'driver.flow_fall')
def driver(key, s, f):
    flow = f.flow(s['flow'])
    if flow == 'turnover':
        raise Other(flow)
    part, other = (f.moved_to_date(name) for name in (flow, 'import' if flow == 'export' else 'export'))
    whole = part + other
    must((whole.lo > 0) if key == 'driver.flow_rise' else (whole.hi < 0), f'{key}: turnover moved by {float(whole.value)}')
    ends = [part.lo / (part.lo + other.hi), part.hi / (part.hi + other.lo)]
    must(min(ends) > 0.5, f'{key}: perhaps less than half')
    if 'about' in s['p']:
        return prints(s['p'], 100 * part.value / whole.value, key)
    for end in ends:
        prints(s['p'], 100 * end, f'{key}, within rounding')


@truth('ahead.amount_exports', 'ahead.amount_imports', 'ahead.same_exports', 'ahead.same_imports')
def against_year(key, s, f):
    flow, year = f.flow(key), int(s['year0'])
    now, then = f.record.trade(flow, f.y, f.m), f.record.trade(flow, year, f.m)
    if 'same' in key:
        return must(Change(now, then).way == 'same', key)
    prints(s['money'], (now - then).value, key)
    must(now.lo > then.hi if s['d'] == 'up' else now.hi < then.lo, f'{key}: it is not so')


def gap(now, before, side, moved, key):
    must((now.value < 0) == (side != 'surplus'), f'{key}: the side is another')
    must(now.value * before.value > 0, f'{key}: the balance changed its side')
    clear = abs(now.value) - abs(before.value)
    must(abs(clear) > now.half + before.half and (clear > 0) == (moved == 'widened'), f'{key}: it is not {moved}')


@truth('ytd.balance_by')
def balance_since_january(key, s, f):
    now, before = (f.record.trade('balance', y, f.m) for y in (f.y, f.y - 1))
    moved = f.moved_to_date('export') - f.moved_to_date('import')
    must(('about' in s['amount']) == (before is None), f'{key}: a year earlier is {"not " if before is None else ""}published')
    prints(s['money'], now.value, key)
    prints(s['amount'], moved.value, key)
    gap(now, before or now - moved, s['side'], 'narrowed' if s['d'] == 'narrowed' else 'widened', key)


@truth('single.up', 'single.down', 'single.same', 'single.unchanged', 'single.times', 'single.halved', 'single.no_base', 'pair.base')
def one_month(key, s, f):
    flow, at = f.flow(s['flow']), when(s['m_in'])
    prints(s['money'], f.month(flow, *at).value, key)
    change = f.of_month(flow, *at)
    if key in ('single.no_base', 'pair.base'):
        must(change is None, f'{key}: the month a year earlier is known')
        return must(key != 'single.no_base' or when(s['m0']) == (at[0] - 1, at[1]), key)
    told = {'single.up': 'up', 'single.times': 'up', 'single.down': 'down', 'single.halved': 'down'}.get(key, 'same')
    change.must_go(told, key)
    if 'p' in s:
        change.prints(s['p'], key)
    if 'money0' in s:
        prints(s['money0'], change.before.value, key)
    if key == 'single.times':
        prints(s['n'], change.ratio, key)


@truth('single.both_values')
def values_of_month(key, s, f):
    for flow, money in (('export', 'money1'), ('import', 'money2')):
        prints(s[money], f.month(flow, *when(s['m_in'])).value, key)


@truth('single.both_up', 'single.both_down', 'single.contrary', 'single.both_same', 'single.exports_same', 'single.imports_same', 'single.title_same', 'single.title_contrary')
def month_of_both(key, s, f):
    told = {'single.both_up': 'up', 'single.both_down': 'down', 'single.both_same': 'same'}.get(key) or way_of(s)
    for flow, n in (('export', 1), ('import', 2)):
        change = f.of_month(flow, *when(s['m_in']))
        flat = key == f'single.{flow}s_same'
        contrary = 'contrary' in key and flow == 'import'
        change.must_go('same' if flat else opposite(told) if contrary else told, f'{key} {flow}')
        if f'p{n}' in s:
            change.prints(s[f'p{n}'], key)


@truth('pair.up', 'pair.down', 'pair.same', 'pair.value', 'pair.lead', 'pair.lead_contrary', 'pair.title', 'pair.base_both')
def months_together(key, s, f):
    (y, m), n = stretch(s['months'])
    if key == 'pair.base_both':
        for flow, money in (('export', 'money1'), ('import', 'money2')):
            prints(s[money], f.month(flow, *when(s['m_in'])).value, key)
            must(f.of_month(flow, *when(s['m_in'])) is None, key)
        return
    both = [(flow, i) for i, flow in enumerate(('export', 'import'), 1)]
    for flow, i in [(f.flow(s['flow']), 0)] if 'flow' in s else both:
        if i == 0:
            prints(s['money'], f.together(flow, y, m, n).value, key)
        if key == 'pair.value':
            continue
        change = f.of_months(flow, y, m, n)
        told = key.partition('.')[2] if i == 0 else way_of(s)
        change.must_go(opposite(told) if key == 'pair.lead_contrary' and flow == 'import' else told, f'{key} {flow}')
        if 'p' in s or f'p{i}' in s:
            change.prints(s.get('p') or s[f'p{i}'], key)


@truth('twelve.up', 'twelve.down', 'twelve.same')
def twelve_months(key, s, f):
    flow, at = f.flow(s['subject']), when(s['m'])
    change = f.of_twelve(flow, *at)
    prints(s['money'], change.now.value, key)
    change.must_go(key.partition('.')[2], key)
    if 'p' in s:
        change.prints(s['p'], key)


@truth('twelve.title_one', 'twelve.title_one_imports')
def twelve_of_one(key, s, f):
    flow = 'import' if key.endswith('imports') else 'export'
    change = f.of_twelve(flow, *max(at for at in f.record.bulletins if f.twelve(flow, *at)))
    change.prints(s['p'], key)
    prints(s['money'], change.now.value, key)
    change.must_go(way_of(s), key)


@truth('alt.twelve', 'alt.twelve_one')
def twelve_in_words(key, s, f):
    if 'm0' not in s:
        raise Other(key)
    slots = ['v0', 'v1', 'hi', 'lo'] if 'v0' in s else ['e0', 'e1', 'ehi', 'elo'] if 'e0' in s else ['i0', 'i1', 'ihi', 'ilo']
    flow = f.flow(s['flow']) if 'flow' in s else 'export' if 'e0' in s else 'import'
    sums = [value.value for at in f.record.bulletins if when(s['m0']) <= at <= when(s['m1']) and (value := f.twelve(flow, *at))]
    for name, value in zip(slots, (f.twelve(flow, *when(s['m0'])).value, f.twelve(flow, *when(s['m1'])).value, max(sums), min(sums))):
        prints(s[name], value, key)


@truth('twelve.balance', 'twelve.balance_same', 'twelve.balance_turned', 'twelve.faster_yet', 'twelve.faster_and')
def twelve_balance(key, s, f):
    ends = [at for at, _ in f.known('turnover') + f.known('export') if f.twelve('balance', *at)]
    at = max([(y, m) for y in (f.y - 1, f.y) for m in range(1, 13) if (y, m) <= (f.y, f.m) and f.twelve('balance', y, m)] or ends)
    now, before = f.twelve('balance', *at), f.twelve('balance', at[0] - 1, at[1])
    prints(s['money'], now.value, key)
    if key == 'twelve.balance_turned':
        return must(now.value * before.value < 0, key)
    if key == 'twelve.balance_same':
        clear = abs(abs(now.value) - abs(before.value))
        return must(clear <= now.half + before.half or clear < abs(before.value) / 50, key)
    if 'faster' in s:
        sold, bought = f.of_twelve('export', *at), f.of_twelve('import', *at)
        faster, slower = (bought, sold) if s['faster'] == 'imports' else (sold, bought)
        must(faster.lo > slower.hi and slower.lo > 1, f'{key}: the other grew as fast')
    side = 'surplus' if key == 'twelve.faster_yet' and s['faster'] == 'imports' else s.get('side', 'deficit')
    gap(now, before, side, 'narrowed' if s.get('d') == 'narrowed' else 'widened', key)


@truth('balance.deficit_to_surplus', 'balance.surplus_to_deficit')
def balance_turned(key, s, f):
    now, before = (f.record.trade('balance', y, f.m) for y in (f.y, f.y - 1))
    prints(s['money'], now.value, key)
    prints(s['money0'], before.value, key)
    must(now.value * before.value < 0 and (now.value > 0) == key.endswith('surplus'), key)


@truth('twelve.highest', 'twelve.lowest', 'twelve.ends')
def twelve_extreme(key, s, f):
    at = when(s['m'])
    if key == 'twelve.ends':
        later = [(y, m) for y, m in f.record.bulletins if (y, m) > at and any(f.twelve(flow, y, m) for flow in ('export', 'import'))]
        return must(any(f.twelve(flow, *at) for flow in ('export', 'import')) and not later, key)
    for flow in ('export', 'import', 'turnover'):
        sums = [(b, value) for b in f.record.bulletins if (value := f.twelve(flow, *b))]
        mine = dict(sums).get(at)
        if not mine:
            continue
        try:
            prints(s['money'], mine.value, key)
        except Wrong:
            continue
        others = [value for b, value in sums if b != at]
        must(len(sums) == count(s['n']) >= 24 and when(s['since']) == sums[0][0], f'{key}: {len(sums)} sums since {sums[0][0]}')
        return must(all(o.hi < mine.lo if key == 'twelve.highest' else o.lo > mine.hi for o in others), key)
    raise Wrong(f'{key}: no flow has that sum')


WAYS = {'almost_unchanged': 'same', 'unchanged': 'same', 'nearly_halved': 'down', 'halved': 'down', 'more_than_half': 'down', 'more_than_90': 'down'}
RANGES = {  # what words for a change may stand for: the ratio from, and to
    'more_than_tripled': (3, 3.5), 'tripled': (2.96, 3.06), 'nearly_tripled': (2.8, 3), 'more_than_doubled': (2, 2.51), 'doubled': (1.97, 2.06),
    'nearly_doubled': (1.85, 2), 'up_half': (1.485, 1.515), 'up_third': (1.32, 1.3475), 'up_quarter': (1.2375, 1.2625), 'down_quarter': (0.7375, 0.7625),
    'down_third': (0.653, 0.68), 'nearly_halved': (0.5, 0.545), 'halved': (0.485, 0.515), 'more_than_half': (0.1, 0.5), 'more_than_90': (0, 0.1),
    'up_slightly': (1.004, 1.021), 'down_slightly': (0.979, 0.996),
}


@truth(*(f'{family}.{word}' for family in ('change', 'gap') for word in [*RANGES, 'almost_unchanged', 'unchanged', 'up_pct', 'down_pct', 'times_n']))
def change_since_january(key, s, f):
    """Growth since January in the words of the founding edition."""
    flow = f.flow(s['subject'])
    if flow == 'investment':
        raise Other(flow)
    change, word = f.to_date(flow), key.partition('.')[2]
    change.must_go(WAYS.get(word) or ('down' if word.startswith('down') else 'up'), key)
    if word in RANGES:
        must(RANGES[word][0] <= change.ratio <= RANGES[word][1], f'{key}: {float(change.ratio):.3f}')
    if 'p' in s:
        change.prints(s['p'], key)
    if word == 'times_n':
        prints(s['n'], change.ratio, key)


@truth('balance.tail.deficit', 'balance.tail.surplus', 'balance.tail.deficit_widened', 'balance.tail.deficit_narrowed', 'balance.tail.surplus_widened', 'balance.tail.surplus_narrowed')
def balance_tail(key, s, f):
    now, before = (f.record.trade('balance', y, f.m) for y in (f.y, f.y - 1))
    side, _, moved = key.removeprefix('balance.tail.').partition('_')
    prints(s['money'], now.value, key)
    must((now.value < 0) == (side == 'deficit'), f'{key}: the side is another')
    if moved and before:
        gap(now, before, side, moved, key)
