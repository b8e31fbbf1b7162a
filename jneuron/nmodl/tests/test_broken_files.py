"""What the compiler says of files that are wrong: place, expectation, and every finding at once."""

from __future__ import annotations

import pytest

from jneuron.nmodl.tests.broken_files import broken_files, finding_of

FILES = {title: (text, message) for title, text, message in broken_files()}


@pytest.mark.parametrize("title", FILES)
def test_message_says_where_and_what(title: str) -> None:
    text, message = FILES[title]
    assert finding_of(text) == message


def test_there_are_sixty_of_them() -> None:
    assert len(FILES) >= 60
