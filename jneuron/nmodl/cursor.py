"""A place in a list of tokens, with the questions that a recursive-descent parser asks."""

from __future__ import annotations

from typing import NoReturn

from jneuron.lang.source import Source, Span
from jneuron.nmodl.lexer import Token, TokenKind, syntax_error, tokenise


class Cursor:
    """Reads tokens one after another."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.tokens = tokenise(source)
        self.place = 0

    @property
    def token(self) -> Token:
        """The token that comes next."""
        return self.tokens[self.place]

    def peek(self, ahead: int = 1) -> Token:
        """Returns the token `ahead` places further on."""
        return self.tokens[min(self.place + ahead, len(self.tokens) - 1)]

    def next(self) -> Token:
        """Takes a token."""
        token = self.tokens[self.place]
        if token.kind is not TokenKind.END:
            self.place += 1
        return token

    def at(self, *texts: str) -> bool:
        """Whether the next token is one of these words or operators."""
        token = self.tokens[self.place]
        return token.text in texts and token.kind in (TokenKind.NAME, TokenKind.OPERATOR)

    def accept(self, *texts: str) -> Token | None:
        """Takes the next token if it is one of these."""
        return self.next() if self.at(*texts) else None

    def expect(self, text: str, where: str = "") -> Token:
        """Takes the next token, which must be `text`."""
        if not self.at(text):
            self.fail(f"expected `{text}`{where and ' ' + where}")
        return self.next()

    def at_kind(self, kind: TokenKind) -> bool:
        """Whether the next token is of a kind."""
        return self.tokens[self.place].kind is kind

    def expect_kind(self, kind: TokenKind, what: str) -> Token:
        """Takes the next token, which must be of a kind."""
        if not self.at_kind(kind):
            self.fail(f"expected {what}")
        return self.next()

    def name(self, what: str = "a name") -> Token:
        """Takes a name."""
        return self.expect_kind(TokenKind.NAME, what)

    def fail(self, message: str, span: Span | None = None) -> NoReturn:
        """Raises ModSyntaxError at the next token, or at `span`."""
        token = self.token
        found = "the end of the file" if token.kind is TokenKind.END else f"`{token.text or token.kind.value}`"
        raise syntax_error(self.source, span or token.span, message if span else f"{message}, found {found}")

    def since(self, start: Span) -> Span:
        """Returns the stretch from `start` to the token taken last."""
        return start.to(self.tokens[self.place - 1].span) if self.place else start

    def parenthesised_text(self) -> str:
        """Takes `( ... )` and returns what stands inside, with single blanks."""
        opening = self.expect("(")
        depth = 1
        while depth:
            token = self.next()
            if token.kind is TokenKind.END:
                self.fail("this parenthesis is never closed", opening.span)
            depth += {"(": 1, ")": -1}.get(token.text, 0) if token.kind is TokenKind.OPERATOR else 0
        closing = self.tokens[self.place - 1].span
        return " ".join(self.source.text[opening.span.end : closing.start].split())

    def unit(self) -> str:
        """Takes a unit in parentheses if there is one."""
        return self.parenthesised_text() if self.at("(") else ""

    def plain_number(self) -> str:
        """Takes a number with its sign."""
        if not (self.at_kind(TokenKind.NUMBER) or self.at("-", "+")):
            self.fail("expected a number")
        text = self.signed_number()
        if not text.lstrip("-")[:1].isdigit() and not text.lstrip("-").startswith("."):
            self.fail(f"expected a number, not the name {text.lstrip('-')}")
        return text

    def signed_number(self) -> str:
        """Takes a number with its sign, or the name of a DEFINE; the sign may stand apart."""
        sign = "-" if self.accept("-") else ""
        if not sign:
            self.accept("+")
        if self.at_kind(TokenKind.NUMBER) or self.at_kind(TokenKind.NAME):
            return sign + self.next().text
        self.fail("expected a number")
