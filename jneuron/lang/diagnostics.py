"""Findings in a source text: collected, so that a user sees all of them at once."""

from __future__ import annotations

from dataclasses import dataclass, field

from jneuron.base.errors import ModSemanticError
from jneuron.lang.source import Source, Span


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence about one place."""

    span: Span
    message: str

    def render(self, source: Source) -> str:
        """Returns the sentence with file, line, column and an excerpt."""
        line, column = source.position(self.span.start)
        return f"{source.path}:{line}:{column}: {self.message}\n{source.excerpt(self.span)}"


@dataclass
class Diagnostics:
    """The findings of one file.

    Attributes:
        source: The text they speak of.
        errors: What makes the file meaningless.
        warnings: What is odd and harmless.
    """

    source: Source
    errors: list[Finding] = field(default_factory=list)
    warnings: list[Finding] = field(default_factory=list)

    def error(self, span: Span, message: str) -> None:
        """Notes a mistake; one place is complained about once."""
        if all(finding.span != span or finding.message != message for finding in self.errors):
            self.errors.append(Finding(span, message))

    def warning(self, span: Span, message: str) -> None:
        """Notes an oddity."""
        self.warnings.append(Finding(span, message))

    def raise_errors(self) -> None:
        """Raises ModSemanticError with every mistake found so far, if there is one."""
        if self.errors:
            ordered = sorted(self.errors, key=lambda finding: finding.span)
            raise ModSemanticError(tuple(finding.render(self.source) for finding in ordered))
