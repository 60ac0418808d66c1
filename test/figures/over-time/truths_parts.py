"""The same for sentences on goods and regions."""
import re
from facts import Change, count, must, Other, prints, Wrong
from truths import truth, way_of

BANDS = {  # what a fraction may stand for, in per cent
    'all': (99.95, 100), 'almost_all': (90, 100), 'half': (47, 53), 'third': (31.5, 35), 'quarter': (23, 27), 'fifth': (18, 22),
    'tenth': (9, 11), 'two_thirds': (64.5, 68.5), 'three_quarters': (73, 77), 'nine_tenths': (88.5, 91.5), 'less_one': (0, 1), 'none': (0, 0.05),
}
EDGES = {'half': 50, 'third': 100 / 3, 'quarter': 25, 'fifth': 20, 'tenth': 10, 'two_thirds': 200 / 3, 'three_quarters': 75, 'nine_tenths': 90}


class Parts:
    """The goods or regions of a flow, in the newest bulletin and a year before it."""

    def __init__(self, f, flow, kind):
        self.f, self.flow, self.kind = f, flow, kind
        self.codes = f.record.parts(flow, kind)
        self.total, self.base = (f.record.trade(flow, y, f.m) for y in (f.y, f.y - 1))
        self.both = [c for c in self.codes if self.at(c, f.y - 1)]

    def at(self, c, y):
        return self.f.record.part(self.flow, c, y, self.f.m)

    def now(self, c):
        return self.at(c, self.f.y)

    def moved(self, c):
        return self.now(c) - self.at(c, self.f.y - 1)

    def change(self, c):
        return Change(self.now(c), self.at(c, self.f.y - 1))

    def named(self, name):
        """The code of a name, as it stands in a sentence."""
        found = [c for c in self.codes if name.strip().lower() in self.names(c)]
        if not found and self.kind == 'regions':
            raise Other(name)
        must(found, f'nothing is called {name}')
        return found[0]

    def names(self, c):
        """What goods or a region may be called: by their own name, or by a shorter one of the catalogue."""
        table = self.f.record.products if self.kind == 'goods' else self.f.record.areas
        return [name.lower() for name in (table[c]['name_en'], self.f.goods.get(c)) if name]

    def list(self, text):
        """The codes of a list; names may have commas and «and» themselves."""
        rest, found = text.lower(), []
        names = sorted(((name, c) for c in self.codes for name in self.names(c)), key=lambda one: -len(one[0]))
        while rest:
            hit = next(((name, c) for name, c in names if rest.startswith(name)), None)
            must(hit, f'nothing is called as in {rest}')
            found.append(hit[1])
            rest = re.sub(r'^(?:, and |, | and )', '', rest[len(hit[0]):])
        return found

    def sum_share(self, codes):
        return 100 * sum(self.now(c).value for c in codes) / self.total.value


def share(text, value, f, key):
    """A share in per cent, or as a fraction in words."""
    if '%' in text and text != 'less than 1%':
        return prints(text, value, key)
    name = f.fractions.get(text)
    must(name, f'{key}: {text} is no fraction')
    word, _, rest = name.partition('_')
    if word in ('more', 'less', 'almost') and rest in EDGES:
        edge = EDGES[rest]
        return must(edge < value < edge + 8 if word == 'more' else edge - 6 < value < edge, f'{key}: {text} for {float(value):.2f} %')
    lo, hi = BANDS[name]
    must(lo <= value <= hi, f'{key}: {text} for {float(value):.2f} %')


def flow_of(key, s, f):
    if 'flow' in s:
        return f.flow(s['flow'])
    return 'import' if 'import' in key else 'export'


@truth('goods.added_exports', 'goods.added_imports', 'goods.subtracted_exports', 'goods.subtracted_imports')
def drivers(key, s, f):
    parts = Parts(f, flow_of(key, s, f), 'goods')
    items = re.findall(r'(.+?) \(([^)]*)\)(?:, )?', s['list'])
    listed = [parts.named(name) for name, _ in items]
    sign = 1 if 'added' in key else -1
    for c, (_, amount) in zip(listed, items):
        prints(amount, parts.moved(c).value, key, signed=True)
        must(sign * parts.moved(c).value > 0, f'{key}: {c} moved the other way')
    order = sorted(parts.both, key=lambda c: -sign * parts.moved(c).value)
    must(listed == order[:len(listed)], f'{key}: {order[:len(listed)]} moved most')


@truth('goods.share_exports', 'goods.share_imports')
def named_goods(key, s, f):
    parts = Parts(f, flow_of(key, s, f), 'goods')
    must('n' not in s or count(s['n']) == len(parts.codes), f'{key}: {len(parts.codes)} are named')
    share(s['s'], parts.sum_share(parts.codes), f, key)


@truth('goods.alone_exports', 'goods.alone_imports')
def alone(key, s, f):
    parts = Parts(f, flow_of(key, s, f), 'goods')
    share(s['s'], parts.sum_share([parts.named(s['good'])]), f, key)


@truth('goods.largest', 'goods.largest_imports')
def largest(key, s, f):
    parts = Parts(f, flow_of(key, s, f), 'goods')
    c = parts.named(s['good'])
    prints(s['money'], parts.now(c).value, key)
    must(all(parts.now(o).hi < parts.now(c).lo for o in parts.codes if o != c), f'{key}: another is as large')


@truth('goods.all_rose', 'goods.all_rose_imports', 'goods.some_rose')
def how_many_rose(key, s, f):
    parts = Parts(f, flow_of(key, s, f), 'goods')
    rose = [c for c in parts.both if parts.change(c).way == 'up']
    if key != 'goods.some_rose':
        return must(rose == parts.both, key)
    must((count(s['k']), count(s['n'])) == (len(rose), len(parts.both)), f'{key}: {len(rose)} of {len(parts.both)}')


@truth('goods.fastest', 'goods.fell_fastest')
def fastest(key, s, f):
    for flow in ('export', 'import'):
        parts = Parts(f, flow, 'goods')
        try:
            items = [(parts.named(name), p) for name, p in re.findall(r'(.+?) ([−+][\d.,]+%)(?:, )?', s['list'])]
        except Wrong:
            continue
        sized = [c for c in parts.both if parts.at(c, f.y - 1).lo >= 1]
        order = sorted(sized, key=lambda c: parts.change(c).ratio, reverse=key == 'goods.fastest')
        for c, p in items:
            parts.change(c).prints(p, key)
        return must([c for c, _ in items] == order[:len(items)], f'{key}: {order[:len(items)]}')
    raise Wrong(f'{key}: no flow has these goods')


@truth('goods.outside', 'goods.outside_rise', 'goods.outside_fall')
def outside(key, s, f):
    for flow in ('export', 'import'):
        parts = Parts(f, flow, 'goods')
        try:
            for name, amount, sign in (('a', 'x', 1), ('b', 'y', -1)):
                if name in s:
                    c = parts.named(s[name])
                    prints(s[amount], parts.moved(c).value, key)
                    must(sign * parts.moved(c).value > 0, f'{key}: {c} moved the other way')
            return
        except Wrong as wrong:
            why = wrong
    raise why


@truth('driver.goods_offset')
def offset(key, s, f):
    for flow in ('export', 'import'):
        parts = Parts(f, flow, 'goods')
        try:
            rises, falls = parts.list(s['list1']), parts.list(s['list2'])
        except Wrong:
            continue
        must(all(parts.moved(c).lo > 0 for c in rises) and all(parts.moved(c).hi < 0 for c in falls), key)
        if f.to_date(flow).way == 'same':
            return
    raise Wrong(f'{key}: no flow has these goods')


@truth('goods.flat_rest_rose')
def largest_flat(key, s, f):
    for flow in ('export', 'import'):
        parts = Parts(f, flow, 'goods')
        order = sorted(parts.codes, key=lambda c: -parts.now(c).value)
        if order and s['good'].lower() in parts.names(order[0]):
            must(parts.change(order[0]).way == 'same', f'{key}: it is {parts.change(order[0]).way}')
            return must(all(parts.moved(c).lo > 0 for c in parts.list(s['list'])), key)
    raise Wrong(f'{key}: another heading is the largest')


@truth('driver.rest_most')
def rest(key, s, f):
    why = None
    for flow, kind in (('export', 'goods'), ('import', 'goods'), ('export', 'regions')):
        parts = Parts(f, flow, kind)
        if not parts.base or not parts.codes:
            continue
        growth = parts.total - parts.base
        named = sum(parts.moved(c).value for c in parts.both) + sum(parts.now(c).value for c in parts.codes if c not in parts.both)
        gone = growth.value - named
        try:
            prints(s['points'], 100 * gone / parts.base.value, key)
            must(gone * growth.value > 0 and abs(gone) > abs(growth.value) / 2, f'{key}: {float(gone)} of {float(growth.value)}')
            return must((growth.value > 0) == (way_of(s) == 'up'), key)
        except Wrong as wrong:
            why = wrong
    raise why or Wrong(key)


@truth('region.leader', 'region.two', 'region.named_part', 'region.border')
def shares_of_regions(key, s, f):
    parts = Parts(f, 'export', 'regions')
    if key == 'region.border':
        listed = [c for c in parts.codes if f.record.areas[c]['borders_belarus'] == 'yes']
        must('n' not in s or count(s['n']) == len(listed), f'{key}: {len(listed)} border Belarus')
    elif key == 'region.named_part':
        listed = parts.codes
        must(count(s['n']) == len(listed), f'{key}: {len(listed)} are named')
    else:
        listed = [parts.named(s[name]) for name in ('a', 'b') if name in s]
        order = sorted(parts.codes, key=lambda c: -parts.now(c).value)
        must(set(listed) == set(order[:len(listed)]), f'{key}: {order[:2]} are the largest')
    share(s['s'], parts.sum_share(listed), f, key)


@truth('region.passed')
def passed(key, s, f):
    parts = Parts(f, 'export', 'regions')
    a, b = parts.named(s['a']), parts.named(s['b'])
    y = f.y - 1
    must(parts.now(a).lo > parts.now(b).hi and parts.at(a, y).hi < parts.at(b, y).lo, f'{key}: the order did not change')


@truth('region.all_up', 'region.all_down', 'region.every_more', 'region.only_less', 'region.some_up', 'region.all_but')
def moves(key, s, f):
    parts = Parts(f, 'export', 'regions')
    ways = {c: parts.change(c).way for c in parts.both}
    up, down = ([c for c in ways if ways[c] == way] for way in ('up', 'down'))
    if key == 'region.some_up':
        return must((count(s['k']), count(s['n'])) == (len(up), len(ways)), f'{key}: {len(up)} of {len(ways)}')
    if 'year0' in s:
        year = int(s['year0'])
        less = [c for c in parts.codes if parts.at(c, year) and parts.now(c).hi < parts.at(c, year).lo]
        more = [c for c in parts.codes if parts.at(c, year) and parts.now(c).lo > parts.at(c, year).hi]
        told = [parts.named(s['a'])] if 'a' in s else []
        return must(less == told and len(less + more) == len(parts.codes), f'{key}: {less} took less than in {year}')
    if key == 'region.all_but':
        told = way_of(s)
        return must(sorted(parts.list(s['list'])) == sorted(c for c in ways if ways[c] != told), f'{key}: {ways}')
    must('n' not in s or count(s['n']) == len(ways), f'{key}: {len(ways)} are compared')
    must((down if key == 'region.all_down' else up) == list(ways), f'{key}: {ways}')


@truth('region.fastest', 'region.fell_fastest')
def fastest_regions(key, s, f):
    parts = Parts(f, 'export', 'regions')
    listed = parts.list(s['list'])
    order = sorted((c for c in parts.both if parts.at(c, f.y - 1).lo >= 1), key=lambda c: parts.change(c).ratio, reverse=key == 'region.fastest')
    must(set(listed) == set(order[:len(listed)]), f'{key}: {order[:len(listed)]}')
