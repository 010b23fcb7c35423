"""A YAML file that nobody vouches for becomes nodes that are safe to walk, or a problem that names its place."""

import subprocess
import sys

import pytest
import yaml

from peerethics.reading.yaml_file import MAX_BYTES, read_tree


def problems(raw: bytes | str) -> list[str]:
    root, found = read_tree(raw.encode() if isinstance(raw, str) else raw, "f.yaml")
    assert (root is None) == bool(found)
    return [str(problem) for problem in found]


@pytest.mark.parametrize(
    "raw",
    [
        b"a: 1\n",
        b"\xef\xbb\xbfa: 1\n",
        b"a: 1\r\nb: 2\r\n",
        b"- x\n",
        b"a: [b, {c: d}]\n",
        "a: caf\u00e9 \U0001f600\n".encode(),
    ],
    ids=["plain", "byte order mark", "Windows lines", "a list", "flow", "beyond ASCII"],
)
def test_plain_files_become_nodes(raw: bytes) -> None:
    root, found = read_tree(raw, "f.yaml")
    assert isinstance(root, yaml.Node)
    assert found == []


REFUSED = {  # what is wrong: the file, the start of the first problem
    "an alias": ("a: &x [b]\nc: *x\n", "f.yaml:1:4: an alias (*name) is used on this"),
    "an alias of itself": ("a: &x [*x]\n", "f.yaml:1:4: an alias"),
    "an alias bomb": (
        "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: &d [*c,*c]\ne: [*d,*d]\n",
        "f.yaml:1:4: an alias (*name) is used on this",
    ),
    "a merge key": ("a:\n  <<: {b: 1}\n", "f.yaml:2:3: the tag 'tag:yaml.org,2002:merge' is not used here"),
    "a Python tag": ("a: !!python/object/apply:os.system [id]\n", "f.yaml:1:4: the tag"),
    "a tag of its own": ("!mine\na: 1\n", "f.yaml:1:1: the tag '!mine' is not used here"),
    "binary": ("a: !!binary aGk=\n", "f.yaml:1:4: the tag"),
    "a key twice": (
        "text: a\nb: 1\ntext: c\n",
        "f.yaml:3:1: the key 'text' stands here twice (first in line 1); keep one",
    ),
    "a key twice, deeper": ("a:\n  - b: 1\n    b: 2\n", "f.yaml:3:5: the key 'b' stands here twice (first in line 2)"),
    "a list as key": ("? [a]\n: 1\n", "f.yaml:1:3: a key must be a word"),
    "an escape sequence": ('a: "\\e[31mred"\n', "f.yaml:1:4: a control character (U+001B) stands in this text"),
    "a bell in a key": ('"a\\a": 1\n', "f.yaml:1:1: a control character (U+0007)"),
    "a null byte, escaped": ('a: "\\0"\n', "f.yaml:1:4: a control character (U+0000)"),
    "a right-to-left override": ("a: \u202eabc\n", "f.yaml:1:4: a control character (U+202E)"),
    "an isolate": ("a: \u2066abc\n", "f.yaml:1:4: a control character (U+2066)"),
    "a line separator": ('a: "b\\Lc"\n', "f.yaml:1:4: a control character (U+2028)"),
    "a C1 control": ('a: "\\x9b31m"\n', "f.yaml:1:4: a control character (U+009B)"),
    "a bare escape": (b"a: \x1b[31m\n", "f.yaml: not valid YAML: control characters are not allowed"),
    "a bare null byte": (b"a: \x00\n", "f.yaml: not valid YAML: control characters are not allowed"),
    "a surrogate": ('a: "\\ud800"\n', "f.yaml:1:7: not valid YAML: found invalid Unicode"),
    "a tab as indent": ("a:\n\tb: 1\n", "f.yaml:2:1: not valid YAML: found character"),
    "a colon in a text": ("a: b: c\n", "f.yaml:1:5: not valid YAML: mapping values are not allowed"),
    "an open quote": ('a: "b\n', "f.yaml:2:1: not valid YAML: found unexpected end of stream"),
    "two documents": ("a: 1\n---\nb: 2\n", "f.yaml:2:1: not valid YAML: but found another document"),
    "nothing": ("", "f.yaml:1:1: the file is empty; start it with a `format:` line"),
    "only a comment": ("# hello\n", "f.yaml:1:1: the file is empty"),
    "Latin-1": ("a: 1\nb: caf\u00e9\n".encode("latin-1"), "f.yaml:2:7: this is not UTF-8 text; save the file as UTF-8"),
    "UTF-16": ("a: 1\n".encode("utf-16"), "f.yaml:1:1: this is not UTF-8 text"),
    "UTF-32": ("a: 1\n".encode("utf-32"), "f.yaml:1:1: this is not UTF-8 text"),
    "UTF-16 without a mark": ("a: 1\n".encode("utf-16-le"), "f.yaml: not valid YAML: control characters"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0", "f.yaml:1:1: this is not UTF-8 text"),
    "every byte": (bytes(range(256)), "f.yaml:2:118: this is not UTF-8 text"),
    "a future YAML": ("%YAML 9.9\n---\na: 1\n", "f.yaml:1:1: not valid YAML: found incompatible YAML document"),
    "too large": (b"a: " + b"x" * MAX_BYTES, "f.yaml: the file is too large; keep a data file below 8,000,000 bytes"),
}


@pytest.mark.parametrize(("raw", "expected"), REFUSED.values(), ids=list(REFUSED))
def test_what_could_explode_hide_or_deceive_is_refused_at_its_place(raw: bytes | str, expected: str) -> None:
    found = problems(raw)
    assert found[0].startswith(expected)


def test_a_null_value_in_a_key_place_is_no_crash() -> None:
    assert problems(": 1\n")


def test_all_problems_are_reported_at_once_in_the_order_of_the_file() -> None:
    found = problems("a: 1\na: 2\nb: !x 1\nc: \u202e\nd: &e [f]\ng: *e\n")
    assert [one.split(": ")[0] for one in found] == ["f.yaml:2:1", "f.yaml:3:4", "f.yaml:4:4", "f.yaml:5:4"]


def test_a_large_file_of_plain_text_is_read_in_a_moment() -> None:
    assert problems("a: " + "word " * 1_000_000 + "\n") == []


DEEP = {
    "brackets": 'b"[" * 100_000', "braces": 'b"{a: " * 50_000', "dashes": 'b"- " * 50_000',
    "brackets that close": 'b"[" * 20_000 + b"]" * 20_000',
    "indents": 'b"".join(b" " * n + b"a:\\n" for n in range(5_000))',
}  # fmt: skip


@pytest.mark.parametrize("raw", DEEP.values(), ids=list(DEEP))
def test_deep_nesting_is_a_problem_and_never_kills_the_process(raw: str) -> None:
    """The C loader recurses once a level: without a limit 100 kB of brackets overflow the stack."""
    code = f"from peerethics.reading.yaml_file import read_tree; print(*read_tree({raw}, 'f')[1][:1])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, f"the process died with {done.returncode}"
    assert done.stderr == ""
    assert done.stdout.startswith("f"), "a nesting of thousands of levels is no data file of ours"
