"""Texts reviewed while they are written: in an editor, by the Language Server Protocol, and in a terminal."""
