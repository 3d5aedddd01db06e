"""Tests of reading the configuration: what wins, what is refused, and that every fault names its place."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from lint.config import KEYS, Config, config_schema, load_config
from lint.errors import LeaflintError

ROOT = Path(__file__).parent.parent.parent


def test_nearest_wins(tmp_path: Path) -> None:
    """The file of the nearest folder counts alone; paths in it count from its own folder."""
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    (tmp_path / "leaflint.toml").write_text('jurisdiction = "UK"\n')
    assert load_config(start=below).jurisdiction == "UK"
    (tmp_path / "a" / "pyproject.toml").write_text('[tool.leaflint]\nword-lists = "words.txt"\n')
    found = load_config(start=below)
    assert found.jurisdiction == "US"
    assert found.word_lists == (tmp_path / "a" / "words.txt",)
    assert found.root == tmp_path / "a"


def test_extended_values_hold_where_none_are_set(tmp_path: Path) -> None:
    """A value that is set wins even where it is the default; tables and overrides of both files count."""
    (tmp_path / "base.toml").write_text(
        'fail-on = "warning"\nkind = "leaflet"\n[severity]\nSPE101 = "info"\nCLM = "info"\n'
        '[[overrides]]\nfiles = "uk/**"\njurisdiction = "UK"\n'
    )
    (tmp_path / "leaflint.toml").write_text('extend = "base.toml"\nfail-on = "error"\n[severity]\nCLM = "warning"\n')
    found = load_config(start=tmp_path)
    assert (found.fail_on, found.kind) == ("error", "leaflet")
    assert dict(found.severity) == {"SPE101": "info", "CLM": "warning"}
    assert [override.files for override in found.overrides] == [("uk/**",)]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('jurisdicton = "UK"\n', "unknown key 'jurisdicton': did you mean 'jurisdiction'?"),
        ('jurisdiction = "FR"\n', "'jurisdiction' must be one of US, UK, EU, not 'FR'"),
        ('words = "x"\n', "'words' must be a list of texts"),
        ("preview = 1\n", "'preview' must be true or false"),
        ('[severity]\nCLM = "fatal"\n', "'severity' must be a table of rules"),
        ('[[overrides]]\nkind = "leaflet"\n', "override 1: 'files' must be globs"),
        ('[[overrides]]\nfiles = ["a"]\nfail-on = "info"\n', "override 1: 'fail-on' holds for all files"),
        ('[[overrides]]\nfiles = ["a"]\nkind = "poem"\n', "override 1: 'kind' must be one of"),
        ('required-version = ">=99"\n', "needs leaflint >=99"),
        ('required-version = "new"\n', "'required-version' must be versions"),
        ('extend = "none.toml"\n', "none.toml: cannot be read"),
        ('extend = "leaflint.toml"\n', "extends itself"),
        ("extend = 3\n", "'extend' must be a path"),
        ("x = \n", "not valid TOML"),
        ('[judge]\nurl = "ftp://x"\nmodel = "m"\n', "url begins with http"),
    ],
)
def test_faults_name_file_and_key(tmp_path: Path, content: str, said: str) -> None:
    """What cannot be used is refused with the file, the key and what it must be."""
    (tmp_path / "leaflint.toml").write_text(content)
    with pytest.raises(LeaflintError) as error:
        load_config(start=tmp_path)
    assert said in str(error.value)
    assert "leaflint.toml" in str(error.value) or "none.toml" in str(error.value)


def test_all_faults_at_once(tmp_path: Path) -> None:
    """Whoever wrote two slips sees both."""
    (tmp_path / "leaflint.toml").write_text('jurisdiction = "FR"\nwords = 1\nkindd = "x"\n')
    with pytest.raises(LeaflintError) as error:
        load_config(start=tmp_path)
    assert len(str(error.value).splitlines()) == 3


def test_the_published_schema_is_current() -> None:
    """The schema in docs is what `leaflint config schema` prints, and it is a schema."""
    jsonschema.Draft202012Validator.check_schema(config_schema())
    assert json.loads((ROOT / "docs/leaflint.schema.json").read_text(encoding="utf-8")) == config_schema()


def test_schema_and_reader_agree(tmp_path: Path) -> None:
    """What the schema accepts is read, and what it refuses is refused."""
    good = 'jurisdiction = "EU"\nwords = ["x"]\n[[overrides]]\nfiles = "a/**"\nignore = ["CLM"]\n'
    (tmp_path / "leaflint.toml").write_text(good)
    assert load_config(start=tmp_path).jurisdiction == "EU"
    validator = jsonschema.Draft202012Validator(config_schema())
    assert validator.is_valid({"jurisdiction": "EU", "words": ["x"], "overrides": [{"files": "a/**", "ignore": ["CLM"]}]})
    assert not validator.is_valid({"jurisdiction": "FR"})
    assert not validator.is_valid({"overrides": [{"files": "a", "fail-on": "info"}]})


def test_every_key_has_help_and_reads_its_default() -> None:
    """A key says what it is for in a sentence, and is a field of the configuration."""
    for name, key in KEYS.items():
        assert key.help.rstrip("]").endswith((".", "one")), name
        assert hasattr(Config(), name.replace("-", "_"))
