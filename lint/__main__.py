"""`python -m lint` is `leaflint`."""

from lint.cli import main

main(prog_name="leaflint")
