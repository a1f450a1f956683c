"""Validates the files of a program against the schemas in a folder: validate.py SCHEMAS PROGRAM. They are read as
YAML 1.2, days as texts. A line for each fault, FILE: PLACE: WHAT; a file that is not YAML is one as well."""
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


def faults(file, validator):
    """Each as PLACE: WHAT."""
    try:
        documents = list(yaml.load_all(file.read_text()))
    except (OSError, UnicodeDecodeError, ruamel.yaml.error.YAMLError) as error:
        yield f"not YAML: {str(error).splitlines()[0]}"
        return
    for document in documents:
        for error in validator.iter_errors(texts_of_keys(document)):
            yield f"{error.json_path}: {error.message}"


for schema_file in sorted(schemas.glob("*.schema.json")):
    schema = json.loads(schema_file.read_text())
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    for file in sorted(program.glob(schema["$comment"])):  # the files that it describes
        for fault in faults(file, validator):
            wrong += 1
            print(f"{file}: {fault}")
sys.exit(1 if wrong else 0)
