"""The project's configuration: what a file may set, how it is found and read."""

from lint.config.load import find_config, load_config
from lint.config.model import FAIL_ON, JURISDICTIONS, KEYS, KINDS, SEVERITIES, Config
from lint.config.override import Override, below_folder
from lint.config.schema import config_schema

__all__ = [
    "FAIL_ON", "JURISDICTIONS", "KEYS", "KINDS", "SEVERITIES", "Config", "Override", "below_folder", "config_schema", "find_config",
    "load_config",
]  # fmt: skip
