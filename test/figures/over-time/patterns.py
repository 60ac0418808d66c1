"""Turns the English messages of a catalogue into patterns that find in a printed sentence what fills their slots."""
import csv, re

NUMBER = r'[\d,]+(?:\.\d+)?'
MONTH = r'[A-Z][a-z]+[ \u00a0]\d{4}'
FLOW = r'[Ee]xports|[Ii]mports|[Tt]urnover'
WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
COUNT = r'\d+|' + '|'.join(WORDS)
about = r'(?:≈\s)?(?:about )?'
money = about + r'(?:less than )?[−+]?USD\s' + NUMBER + r'(?:\s(?:million|billion|m))?'
amount = about + r'[−+]?(?:USD\s)?' + NUMBER + r'(?:\s(?:million|billion))?'
per_cent = about + r'[−+]?' + NUMBER + r'%'
anything = r'.+?'
SLOTS = {
    'money': money, 'amount': amount, 'implied': amount, 'printed': amount, 'x': amount, 'y': amount,
    'p': per_cent, 'points': about + NUMBER + r'\spercentage\spoints?',
    'm': MONTH, 'm_in': MONTH, 'since': r'since\s' + MONTH, 'months': anything, 'period': anything,
    'm1_in': MONTH, 'm2_in': MONTH, 'mhi_in': MONTH, 'mlo_in': MONTH, 'm0_in': MONTH, 'v': NUMBER, 'e': NUMBER, 'i': NUMBER, 'hi': NUMBER, 'lo': NUMBER, 'ehi': NUMBER, 'elo': NUMBER, 'ihi': NUMBER, 'ilo': NUMBER, 'vhi': NUMBER, 'vlo': NUMBER, 'g': per_cent,
    'year': r'\d{4}', 'n': NUMBER + '|' + COUNT, 'k': COUNT, 'nth': r'[\w-]+', 'flow': FLOW,
    'subject': r'(?:Turnover|Trade)(?: with Russia)?|Exports(?: to Russia)?|Imports(?: from Russia)?|Russian investment',
    'q': r'the \w+ quarter of \d{4}', 's': r'[\w\-.,% ]+?', 'fraction': r'[\w\-.,% ]+?', 'noun': r'[a-z]+', 'd': COUNT,
}


def slot(name):
    return SLOTS.get(name) or SLOTS.get(re.sub(r'\d+$', '', name)) or anything


def parse(text, at=0, inside=False):
    """The parts of an ICU message: texts, slots and choices; and where it ends."""
    parts, plain = [], ''
    while at < len(text):
        if text[at] == '}' and inside:
            break
        if text[at] != '{':
            plain, at = plain + text[at], at + 1
            continue
        parts, plain = parts + [plain], ''
        head = re.compile(r'\{(\w+)(?:, (?:select|plural),)?').match(text, at)
        name, at = head.group(1), head.end()
        if text[at] == '}':
            parts.append(('slot', name))
        else:
            branches = {}
            while text[at] != '}':
                branch = re.compile(r'\s*([=\w]+) \{').match(text, at)
                inner, at = parse(text, branch.end(), True)
                branches[branch.group(1)], at = inner, at + 1
            parts.append(('choice', name, branches))
        at += 1
    return parts + [plain], at


def expression(parts, seen):
    """The parts as a regular expression; groups are named by slot or by slot and branch, and numbered."""
    found = ''
    for part in parts:
        if isinstance(part, str):
            found += re.sub(r'(?:\\ |~)+', r'[ \\u00a0]', re.escape(part).replace('\\~', '~'))
            continue
        seen[0] += 1
        if part[0] == 'slot':
            found += f'(?P<{part[1]}__{seen[0]}>{slot(part[1])})'
            continue
        mark = seen[0]
        options = []
        for branch, inner in part[2].items():
            options.append(f"(?P<{part[1]}__{re.sub(r'[^a-z0-9_]', 'is', branch)}__{mark}>){expression(inner, seen)}")
        found += '(?:' + '|'.join(options) + ')'
    return found


class Patterns:
    """The messages of some families, the longest text first."""

    def __init__(self, catalogue, families):
        rows = list(csv.DictReader(open(catalogue, encoding='utf-8')))
        wanted = [row for row in rows if row['key'].split('.')[0] in families]
        self.goods = {row['key'].split('.')[1]: row['en'] for row in rows if row['key'].startswith('good.')}
        self.fractions = {row['en']: row['key'].split('.')[1] for row in rows if row['key'].startswith('fraction.')}
        told = [(row['key'], sentence) for row in wanted for sentence in re.split(r'\. (?=[A-Z{])', row['en'])]
        self.all = [(key, re.compile(expression(parse(sentence.rstrip('.'))[0], [0]) + r'\Z', re.I)) for key, sentence in told]

    def read(self, sentence):
        """Every message that a sentence can be, with its slots; a choice is a slot with the name of its branch."""
        for key, pattern in self.all:
            match = pattern.match(sentence)
            if match:
                slots = {}
                for group, text in match.groupdict().items():
                    if text is None:
                        continue
                    name, _, rest = group.partition('__')
                    branch = rest.rpartition('__')[0]
                    slots.setdefault(name, branch or text)
                yield key, slots
