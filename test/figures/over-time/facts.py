"""What is so according to a record: changes with the ends that rounding leaves them, and whether a printed number is one."""
import re
from fractions import Fraction
from patterns import WORDS
from record import Amount, month, quarter, twelve

MONTHS = 'January February March April May June July August September October November December'.split()
ORDINALS = 'zeroth first second third fourth fifth sixth seventh eighth ninth tenth'.split()
QUARTERS = ORDINALS[1:5]


class Wrong(Exception):
    """A sentence that is not true, and why."""


class Other(Exception):
    """A sentence that has the words of a message and is none: what it names is something else."""


def must(holds, why):
    if not holds:
        raise Wrong(why)


def when(text):
    """(year, month) of «September 2026», also after «since»."""
    name, year = text.replace('\u00a0', ' ').split()[-2:]
    return int(year), MONTHS.index(name) + 1


def stretch(text):
    """((year, month) of the first, number of months) of «August and September 2024» or «June–August 2024»."""
    names = re.findall('|'.join(MONTHS), text)
    years = [int(y) for y in re.findall(r'\d{4}', text)]
    first, last = MONTHS.index(names[0]) + 1, MONTHS.index(names[-1]) + 1
    start = years[0] if len(years) > 1 or last >= first else years[0] - 1
    return (start, first), (years[-1] - start) * 12 + last - first + 1


def count(text):
    text = text.lower()
    for words in (WORDS, ORDINALS):
        if text in words:
            return words.index(text)
    return int(re.sub(r'\D', '', text))


def back(y, m, n=1):
    at = y * 12 + m - 1 - n
    return at // 12, at % 12 + 1


def half_away(value, decimals):
    scaled = abs(value) * 10 ** decimals
    return (scaled + Fraction(1, 2)).__floor__()


def prints(text, value, why, signed=False):
    """A printed number is the value at its decimals: halves go away from zero, millions may be billions."""
    digits = re.search(r'[\d,]+(?:\.\d+)?', text).group().replace(',', '')
    decimals = len(digits.partition('.')[2])
    unit = 1000 if 'billion' in text else 1
    printed = int(digits.replace('.', ''))
    must(printed == half_away(Fraction(value) / unit, decimals), f'{why}: {text} is printed for {float(value):.4f}')
    if signed and value:
        must(('−' in text) == (value < 0), f'{why}: the sign of {text} is not that of {float(value):.4f}')


class Change:
    """A value against an earlier one: their ratio and its ends; by a published index where there is one."""

    def __init__(self, now, before, index=None):
        self.now, self.before = now, before
        if index:
            self.ratio, self.lo, self.hi = index.value / 100, index.lo / 100, index.hi / 100
            return
        self.ratio = now.value / before.value
        ends = [a / b for a in (now.lo, now.hi) for b in (before.lo, before.hi)]
        self.lo, self.hi = min(ends), max(ends)

    @property
    def way(self):
        near = Fraction(995, 1000) < self.ratio < Fraction(1005, 1000)
        if near or self.lo <= 1 <= self.hi:
            return 'same'
        return 'up' if self.ratio > 1 else 'down'

    def must_go(self, way, why):
        must(self.way == way, f'{why}: told as {way}, is {self.way} ({float(100 * self.ratio - 100):+.3f} %)')

    def prints(self, text, why):
        prints(text, 100 * self.ratio - 100, why)


class Facts:
    """The changes of a record that sentences tell of."""

    def __init__(self, record):
        self.record = record
        self.y, self.m = record.newest

    def flow(self, text):
        text = text.lower()
        for name, flow in (('turnover', 'turnover'), ('trade', 'turnover'), ('export', 'export'), ('import', 'import'), ('investment', 'investment')):
            if name in text:
                return flow
        raise Wrong(f'no flow is called {text}')

    def month(self, flow, y, m):
        return month(self.record.line(flow), y, m)

    def together(self, flow, y, m, n):
        """The sum of n months from a month on; None where the values around them are not known."""
        at = self.record.line(flow)
        now, before = at(y, m + n - 1), at(y, m - 1) if m > 1 else None
        return now if m == 1 else now - before if now and before else None

    def to_date(self, flow):
        """Since January against a year earlier, by the published index; None without either."""
        now, before = (self.record.trade(flow, y, self.m) for y in (self.y, self.y - 1))
        index = self.record.at('trade_index', flow, self.y, self.m)
        return Change(now, before, index) if now and (before or index) else None

    def moved_to_date(self, flow):
        """The difference to a year earlier since January; that year by its value, else by the index."""
        now, before = (self.record.trade(flow, y, self.m) for y in (self.y, self.y - 1))
        if before:
            return now - before
        index = self.record.at('trade_index', flow, self.y, self.m)
        ends = [100 * value / rate for value in (now.lo, now.hi) for rate in (index.lo, index.hi)]
        return now - Amount(100 * now.value / index.value, (max(ends) - min(ends)) / 2)

    def of_month(self, flow, y, m):
        now, before = self.month(flow, y, m), self.month(flow, y - 1, m)
        return Change(now, before) if now and before and before.lo > 0 else None

    def of_months(self, flow, y, m, n):
        now, before = self.together(flow, y, m, n), self.together(flow, y - 1, m, n)
        return Change(now, before) if now and before else None

    def twelve(self, flow, y, m):
        return twelve(self.record.line(flow), y, m)

    def of_twelve(self, flow, y, m):
        now, before = self.twelve(flow, y, m), self.twelve(flow, y - 1, m)
        return Change(now, before) if now and before else None

    def known(self, flow):
        """Every single month that is known, with its value, the oldest first."""
        all_months = [(y, m) for y in range(2005, self.y + 1) for m in range(1, 13) if (y, m) <= (self.y, self.m)]
        return [(at, value) for at in all_months if (value := self.month(flow, *at))]

    def pairs(self, flow):
        """The stretches of several months that are known only together: (first month, number of months, sum)."""
        at = self.record.line(flow)
        found = []
        for y in range(2005, self.y + 1):
            ends = [m for m in range(1, 13) if at(y, m)]
            for before, end in zip([0, *ends], ends):
                if end - before > 1:
                    found.append(((y, before + 1), end - before, at(y, end) - at(y, before) if before else at(y, end)))
        return found

    @property
    def invested(self):
        """The newest (year, months) of investment since January."""
        return max(key[4:] for key in self.record.values if key[0] == 'investment')

    def share(self, flow, y, m):
        if flow == 'investment':
            return self.record.values.get(('investment_share', '_Z', 'RU', '_T', y, m))
        return self.record.at('trade_share', flow, y, m)

    def quarter(self, y, q):
        return quarter(self.record.investment, y, 3 * q)
