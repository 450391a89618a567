"""That every check of validate.py can fail: a copy of the data is broken in one way after the other, and the check that is
about it must say so. Takes the folder; prints a line for each break; ends with 1 if one went unnoticed.
"""

import shutil
import sys
import tempfile
from pathlib import Path

import validate

# File, what stands in it, what is written instead (once), and which check must notice.
BREAKS = [
    ("opinion.akn.xml", "<num>", "<number>一</number><num>", validate.akoma_ntoso),
    ("opinion.akn.xml", 'eId="chp_1__art_1__para_2"', 'eId="chp_1__art_1__para_1"', validate.akoma_ntoso),
    ("opinion.tei.xml", "<lem ", '<lem wit="#O"/><lem ', validate.tei),
    ("opinion.tei.xml", 'xml:id="m1s2"', 'xml:id="m1s1"', validate.tei),
    ("opinion.json", '"id": "m1s1"', '"id": "m1x1"', validate.json_schema),
    ("opinion.json", '"dated": "2025-03-02"', '"dated": "2025-03-32"', validate.json_schema),
    ("opinion.csv", "m1s2,", "m1s1,", validate.data_package),
    ("opinion.csv", "m1s2,", "m1x2,", validate.data_package),
    ("opinion.csv", ",principle,", ",prinziple,", validate.data_package),
    ("opinion.table-schema.json", '"fields"', '"columns"', validate.data_package),
    ("opinion.jsonld", '"name"', '"legislationIdentifier": "1", "name"', validate.legislation),
    ("opinion.jsonld", '"legislationDate"', '"date"', validate.legislation),
    ("opinion.jsonld", '"identifier": "m10"', '"identifier": "m10s1"', validate.legislation),
    ("opinion.txt", "。", "，", validate.digest),
]


def notices(folder, name, old, new, judge):
    path = folder / name
    whole = path.read_bytes()
    broken = whole.replace(old.encode(), new.encode(), 1)
    path.write_bytes(broken)
    wrong = broken != whole and validate.judged(judge, folder)
    path.write_bytes(whole)
    print(f"{'ok' if wrong else 'FAILED':6}  {name}: {old} → {new}", flush=True)
    for line in (wrong or [])[: validate.SHOWN if "--loud" in sys.argv else 0]:
        print(f"        {line}", flush=True)
    return bool(wrong)


def archive_notices(folder):
    """One byte of a stored file is another: the text in it is as it is in the file beside it."""
    path = folder / "opinion.zip"
    whole = path.read_bytes()
    path.write_bytes(whole.replace("。".encode(), "，".encode(), 1))
    wrong = validate.judged(validate.archive, folder)
    path.write_bytes(whole)
    (folder / "further.txt").write_text("not in the archive")
    more = validate.judged(validate.archive, folder)
    (folder / "further.txt").unlink()
    print(f"{'ok' if wrong and more else 'FAILED':6}  opinion.zip: one character in it; a file that it has not", flush=True)
    return bool(wrong and more)


def main():
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(shutil.copytree(sys.argv[1], Path(kept) / "data"))
        noticed = [notices(folder, *broken) for broken in BREAKS] + [archive_notices(folder)]
    tested = {judge for *_, judge in BREAKS} | {validate.archive}
    untested = [name for name, judge in validate.CHECKS if judge not in tested]
    print(*[f"FAILED  nothing breaks: {name}" for name in untested], sep="\n", end="")
    sys.exit(0 if all(noticed) and not untested else 1)


if __name__ == "__main__":
    main()
