"""Opens workbooks with openpyxl and saves them again under their names in a folder: save_again.py FOLDER FILE..."""

import os
import sys

import openpyxl

for path in sys.argv[2:]:
    openpyxl.load_workbook(path).save(os.path.join(sys.argv[1], os.path.basename(path)))
