#!/usr/bin/env python3
"""Checks the English sentences of an edition against the CSV files that it is made from: their numbers, and what must
be so for each to be true. Shares no code with the project; its catalogue only says how a sentence is worded.

    sentences.py FOLDER CUTOFF CATALOGUE < texts.json

Reads a list of texts and writes JSON: how many sentences were checked by family, those that are wrong, and those that
tell of a change and are none that it knows.
"""
import json, re, sys
from collections import Counter
from facts import Facts, Other, Wrong
from patterns import Patterns
from record import Record
from truths import TRUTHS
import truths_business, truths_parts, truths_rows

FAMILIES = {'change', 'gap', 'balance', 'ytd', 'single', 'pair', 'twelve', 'streak', 'turn', 'extreme', 'ahead', 'behind', 'shift', 'quarter', 'goods', 'region', 'driver', 'missing', 'revision', 'stock', 'alt'}
TELLS = re.compile(r'\b(rose|fell|grew|higher|lower|highest|lowest|largest|smallest|more than a year|less than a year|widened|narrowed|in a row|fastest|faster)\b')


def sentences_of(text):
    """The sentences of a text, without references; a title may join two by a semicolon."""
    text = re.sub(r'\s*\((?:notes?|page|pages|tables?|figures?)[^)]*\)', '', text.replace('\u00a0', ' '), flags=re.I)
    return [part.strip().rstrip('.:') for part in re.split(r'(?<=[.!?])\s+(?=[A-Z≈])', text) if part.strip()]


def variants(sentence):
    """A sentence as it is, and as what stands before and after a colon or a semicolon in it."""
    yield [sentence]
    for mark in ('; ', ': ', ' while ', ', but '):
        if mark in sentence:
            yield sentence.split(mark)
            yield [sentence.split(mark, 1)[1]]
    yield re.split('; | while |, but ', sentence)


def judge(sentence, patterns, facts):
    """The key of a sentence and why it is wrong; None where it is no sentence of these families."""
    found = [(key, slots) for key, slots in patterns.read(sentence) if key in TRUTHS]
    wrong = None
    for key, slots in found:
        try:
            TRUTHS[key](key, slots, facts)
            return key, None
        except Other:
            continue
        except (Wrong, KeyError, ValueError, AttributeError, TypeError, IndexError, ZeroDivisionError) as error:
            wrong = key, f'{type(error).__name__}: {error}'
    return wrong


def readings(sentence):
    """What a sentence says, as a whole or in its parts: the first reading in which all is true, else the first."""
    found = [[one for part in parts if (one := judge(part.strip(), patterns, facts))] for parts in variants(sentence)]
    found = [judged for judged in found if judged]
    right = [judged for judged in found if not any(why for _, why in judged)]
    return (right or found or [[]])[0]


folder, cutoff, catalogue = sys.argv[1:4]
record, patterns = Record(folder, cutoff), Patterns(catalogue, FAMILIES)
facts = Facts(record)
facts.fractions, facts.goods = patterns.fractions, patterns.goods
checked, wrong, unread = Counter(), [], []
for text in dict.fromkeys(json.load(sys.stdin)):
    for sentence in sentences_of(text):
        judged = readings(sentence)
        checked.update(key.split('.')[0] for key, _ in judged)
        wrong += [f'{sentence} [{why}]' for _, why in judged if why]
        if not judged and TELLS.search(sentence):
            unread.append(sentence)
print(json.dumps({'checked': checked, 'wrong': wrong, 'unread': unread}, ensure_ascii=False))
