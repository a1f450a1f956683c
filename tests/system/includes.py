"""Says which files use a name of the standard library without its header: includes.py SOURCE. The header may stand in
the file or in a header of the project that the file includes. A compiler that reads the usual headers once, for all
files, would not notice."""
import pathlib
import re
import sys

source = pathlib.Path(sys.argv[1])
roots = [source / "include", source / "src"]

# The headers that CMakeLists.txt lists as usual, and what is used of each.
names = {
    "algorithm": r"(?:sort|stable_sort|find|find_if|find_if_not|any_of|all_of|none_of|transform|copy_if|for_each|min|max"
                 r"|minmax|unique|remove_if|count|count_if|equal_range|lower_bound|upper_bound|max_element|min_element"
                 r"|reverse|replace|mismatch|search|fill|binary_search|partition)\(",
    "array": r"array\b(?!_)",
    "filesystem": r"filesystem\b",
    "functional": r"(?:function|hash|less|greater)<",
    "map": r"(?:multi)?map<",
    "memory": r"(?:unique_ptr|shared_ptr|make_unique|make_shared)\b",
    "optional": r"(?:optional|nullopt)\b",
    "span": r"span\b",
    "string": r"(?:string|to_string)\b",
    "string_view": r"string_view\b",
    "tuple": r"(?:tuple|tie|make_tuple)\b",
    "variant": r"(?:variant|visit|get_if|holds_alternative|monostate)\b",
    "vector": r"vector\b",
}
usual = re.search(r"set\(usual_headers ([^)]*)\)", (source / "CMakeLists.txt").read_text()).group(1)
listed = set(re.findall(r"<(\w+)>", usual))
if listed != set(names):
    sys.exit(f"the usual headers are {sorted(listed)}, and here are the names of {sorted(names)}")

included = re.compile(r'^#include (?:<([\w./]+)>|"([\w./-]+)")', re.M)
files = {path: path.read_text() for root in roots for path in root.rglob("*.[ch]pp")}


def resolved(path, name):
    for folder in [path.parent, source / "include", source / "src", source / "src/core"]:
        if (folder / name) in files:
            return folder / name
    return None  # it is made when the project is built


def headers_of(path, seen):
    """The headers of the library that a file has, by itself or by those of the project."""
    seen.add(path)
    headers = set()
    for library, own in included.findall(files[path]):
        if library:
            headers.add(library)
        elif (other := resolved(path, own)) and other not in seen:
            headers |= headers_of(other, seen)
    return headers


wrong = 0
for path in sorted(files):
    code = re.sub(r'//.*|"(?:\\.|[^"\\])*"', "", files[path])
    headers = headers_of(path, set())
    for header, pattern in names.items():
        if header not in headers and re.search(r"\bstd::" + pattern, code):
            wrong += 1
            print(f"{path.relative_to(source)}: uses what <{header}> has, and includes it nowhere")
sys.exit(1 if wrong else 0)
