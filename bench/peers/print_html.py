"""Prints HTML with WeasyPrint. Reads [page, file] as one JSON line; writes "done" when the file is complete."""

import json
import sys

from weasyprint import HTML

for line in sys.stdin:
    page, file = json.loads(line)
    HTML(filename=page).write_pdf(file, pdf_variant="pdf/a-3a", pdf_tags=True)
    print("done", flush=True)
