"""Validates the records of a program against the schemas in a folder: validate.py SCHEMAS PROGRAM. Files are read as
YAML 1.2, days as texts."""
import json
import pathlib
import sys

import jsonschema
import ruamel.yaml

schemas, program = map(pathlib.Path, sys.argv[1:])
yaml = ruamel.yaml.YAML(typ="safe", pure=True)
yaml.constructor.add_constructor("tag:yaml.org,2002:timestamp", lambda loader, node: loader.construct_scalar(node))
wrong = 0


def texts_of_keys(value):
    """Keys of a mapping are texts in JSON."""
    if isinstance(value, dict):
        return {str(key): texts_of_keys(inside) for key, inside in value.items()}
    return [texts_of_keys(inside) for inside in value] if isinstance(value, list) else value


def validate(file, name):
    global wrong
    schema = json.loads((schemas / f"{name}.schema.json").read_text())
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    for document in yaml.load_all(file.read_text()):
        for error in validator.iter_errors(texts_of_keys(document)):
            wrong += 1
            print(f"{file}: {error.json_path}: {error.message}")


folders = {"participants": "participant", "pairs": "pair", "activities": "activity"}
for folder, name in folders.items():
    for file in sorted((program / folder).glob("*.yaml")):
        validate(file, name)
if (program / "program.yaml").exists():
    validate(program / "program.yaml", "program")
sys.exit(1 if wrong else 0)
