"""What monthly bulletins say, read from a Data Package without any code of the project: exact fractions, and how far the
printed digits let them move. Values are looked up by year and number of months since January."""
import csv, os
from fractions import Fraction


class Amount:
    """An exact value and how far rounding may move it."""

    def __init__(self, value, half=Fraction(0)):
        self.value, self.half = Fraction(value), Fraction(half)

    lo = property(lambda self: self.value - self.half)
    hi = property(lambda self: self.value + self.half)

    def __add__(self, other):
        return Amount(self.value + other.value, self.half + other.half)

    def __sub__(self, other):
        return Amount(self.value - other.value, self.half + other.half)


def since_january(period):
    """(year, months) of a period that begins in January; None for any other."""
    if len(period) == 4:
        return int(period), 12
    first, _, last = period.partition('/')
    if last == '':
        return (int(first[:4]), 1) if first[5:] == '01' else None
    return (int(first[:4]), int(last[5:])) if first[5:] == '01' and first[:4] == last[:4] else None


def code(y, m):
    return f'{y}-{m:02d}'


class Record:
    """The values of the publisher SPECIMEN that were published up to a day, the newest of each key."""

    def __init__(self, folder, cutoff):
        read = lambda name: list(csv.DictReader(open(os.path.join(folder, name), encoding='utf-8')))
        published = {row['id']: row for row in read('sources.csv')}
        self.areas = {row['area']: row for row in read('areas.csv')}
        has_products = os.path.exists(os.path.join(folder, 'products.csv'))
        self.products = {row['product']: row for row in read('products.csv')} if has_products else {}
        self.values, self.counts, days = {}, {}, {}
        for row in read('observations.csv'):
            source = published[row['source']]
            if row['ref_area'] != 'BY-HO' or source['publisher_en'] != 'SPECIMEN' or source['published'] > cutoff:
                continue
            half = 0 if row['unit'] == 'PN' else Fraction(1, 2 * 10 ** int(row['decimals']))
            amount = Amount(Fraction(row['value']), half)
            if row['unit'] == 'PN':
                self.counts[row['indicator'], row['time_period']] = amount
            when = since_january(row['time_period'])
            if when is None:
                continue
            key = (row['indicator'], row['flow'], row['counterpart_area'], row.get('product', '_T') or '_T', *when)
            if key in days and days[key] > source['published']:
                continue
            days[key] = source['published']
            self.values[key] = amount
        bulletins = [(y, m) for (indicator, _, area, product, y, m) in self.values if indicator == 'trade_value' and area == 'RU' and product == '_T']
        self.newest = max(bulletins, default=None)
        self.bulletins = sorted(set(bulletins))

    def trade(self, flow, y, m, area='RU', product='_T'):
        """A value since January; that of the balance is the difference of the flows."""
        if flow != 'balance':
            return self.values.get(('trade_value', flow, area, product, y, m))
        sold, bought = self.trade('export', y, m), self.trade('import', y, m)
        return sold - bought if sold and bought else None

    def at(self, indicator, flow, y, m):
        """A published index or share of trade with Russia since January."""
        return self.values.get((indicator, flow, 'RU', '_T', y, m))

    def investment(self, y, m):
        return self.values.get(('investment', '_Z', 'RU', '_T', y, m))

    def line(self, flow):
        """The values since January of a flow, of the balance or of investment, as a function of year and months."""
        return self.investment if flow == 'investment' else lambda y, m: self.trade(flow, y, m)

    def parts(self, flow, kind):
        """The codes of the goods or regions that the newest bulletin names for a flow."""
        goods = kind == 'goods'
        named = [k for k in self.values if k[0] == 'trade_value' and k[1] == flow and k[4:] == self.newest]
        return [k[3] for k in named if k[2] == 'RU' and k[3] != '_T'] if goods else [k[2] for k in named if k[2] != 'RU']

    def part(self, flow, c, y, m):
        return self.trade(flow, y, m, 'RU', c) if c.startswith('HS') else self.trade(flow, y, m, c)


def month(at, y, m):
    now, before = at(y, m), at(y, m - 1) if m > 1 else None
    return now if m == 1 else now - before if now and before else None


def quarter(at, y, m):
    now, before = at(y, m), at(y, m - 3) if m > 3 else None
    return now if m == 3 else now - before if now and before else None


def twelve(at, y, m):
    parts = at(y, m), at(y - 1, 12), at(y - 1, m)
    return parts[0] if m == 12 else parts[0] + parts[1] - parts[2] if all(parts) else None
