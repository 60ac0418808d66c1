"""
Opens workbooks with openpyxl and has LibreOffice calculate them anew: recalculate.py FOLDER FILE...

Takes the stored values out of the formulas of a copy first, so that no stored value can pass for a calculated one, and
lets LibreOffice work in the locale of LANG. Prints one JSON object for each file.
"""

import html
import json
import os
import re
import subprocess
import sys
import zipfile

import openpyxl

FIGURES = 2  # the place of the sheet of figures, whose columns E and G have values and margins


def without_values(source, target):
    count = 0
    with zipfile.ZipFile(source) as package, zipfile.ZipFile(target, 'w', zipfile.ZIP_DEFLATED) as copy:
        for name in package.namelist():
            content = package.read(name)
            if name.startswith('xl/worksheets/sheet'):
                text, stripped = re.subn(r'(</f>)<v>[^<]*</v>', r'\1', content.decode())
                content, count = text.encode(), count + stripped
            copy.writestr(name, content)
    return count


def convert(folder, kind, file):
    profile = 'file://' + os.path.join(folder, 'profile')
    command = ['soffice', f'-env:UserInstallation={profile}', '--headless', '--convert-to', kind, '--outdir', folder, file]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
    if done.returncode != 0:
        raise SystemExit(f'{" ".join(command)} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}')


def check(folder, file):
    bare = os.path.join(folder, 'bare.xlsx')
    stripped = without_values(file, bare)
    out = os.path.join(folder, 'out')
    convert(out, 'xlsx', bare)
    formulas = openpyxl.load_workbook(file)
    stored = openpyxl.load_workbook(file, data_only=True)
    made = openpyxl.load_workbook(os.path.join(out, 'bare.xlsx'), data_only=True)
    count, wrong, types = 0, [], set()
    for place, sheet in enumerate(formulas, start=1):
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is None:
                    continue
                kind = 'formula' if cell.data_type == 'f' else type(cell.value).__name__
                types.add(kind)
                if kind != 'formula':
                    continue
                count += 1
                here, there = stored[sheet.title][cell.coordinate].value, made[sheet.title][cell.coordinate].value
                margin = stored[sheet.title][f'G{cell.row}'].value if place == FIGURES else 0
                room = max(1e-9 * max(1, abs(here)), min(margin or 0, 1e-6))
                if not isinstance(there, (int, float)) or abs(there - here) > room:
                    wrong.append(f'{sheet.title}!{cell.coordinate} {cell.value}: stored {here}, calculated {there}')
    convert(out, 'html', bare)
    with open(os.path.join(out, 'bare.html'), encoding='utf-8') as page:
        shown = re.search(r'sdval="\d+[.,]\d"[^>]*>(?:<[^>]+>)*([^<]+)<', page.read())
    return {
        'file': os.path.basename(file),
        'bytes': os.path.getsize(file),
        'sheets': len(formulas.sheetnames),
        'tables': sum(len(sheet.tables) for sheet in formulas),
        'language': formulas.properties.language,
        'formulas': count,
        'stripped': stripped,
        'wrong': wrong,
        'types': sorted(types),
        'shown': html.unescape(shown.group(1)).strip() if shown else '',
    }


for path in sys.argv[2:]:
    print(json.dumps(check(sys.argv[1], path)), flush=True)
