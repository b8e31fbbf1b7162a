"""Writes the messages in `broken_files.txt` anew, for review: `python -m jneuron.nmodl.tests.make_broken_files`."""

from __future__ import annotations

from jneuron.nmodl.tests.broken_files import FILE, broken_files, finding_of


def main() -> None:
    """Rewrites the file with today's messages."""
    parts = []
    for title, text, _ in broken_files():
        parts.append(f"=== {title}\n{text}--- {finding_of(text)}\n")
    FILE.write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main()
