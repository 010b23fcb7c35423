"""Reads tokens as citations: which code, which part, which numbers. Knows names, not what exists.

    citation  = code | [code] [unit] place {("," | "and") place} [of code]
    place     = part ["-" part] | [part sep] number ["-" number | letter ["-" letter] | "/s" number]

Arabic digits alone are a number, roman digits alone a part, and two numbers a part and a number in it.
What may as well belong to the place before it, such as the 5 of "IV, 5", is marked as loose.
"""

from collections.abc import Sequence

from peerethics.citations.cursor import Cursor
from peerethics.citations.refs import Names, NotACitation, Ref
from peerethics.citations.tokens import Token, tokenize
from peerethics.citations.words import (
    AFTER_CODE,
    AFTER_CODE_MARKS,
    BEFORE_CODE,
    CLOSING,
    INNER,
    INNER_MARKS,
    LISTING,
    OPENING,
    TO,
    UNITS,
)
from peerethics.text import from_roman

_LONGEST = 9  # digits; a longer number names nothing anywhere


def parse(written: str, names: Names) -> list[Ref]:
    """The places that a text cites, in order.

    Raises:
        NotACitation: it is not one.
    """
    tokens = tokenize(written)
    for token in tokens:
        if token.is_number and len(token.text) > _LONGEST:
            raise NotACitation(token.text)
    return _Parser(tokens, names).run()


class _Parser(Cursor):
    def __init__(self, tokens: Sequence[Token], names: Names) -> None:
        super().__init__(tokens, names)
        self.code: tuple[str, ...] = ()
        self.named = False  #: whether the code was named right before this place
        self.refs: list[Ref] = []

    def run(self) -> list[Ref]:
        while self.peek():
            if self.peek() in LISTING or self.closes() or (self.at == 0 and self.peek() in OPENING):
                self.at += 1
            elif not self.read_code():
                self.read_place()
        if not self.refs:
            raise NotACitation("")
        return self.refs

    def closes(self) -> bool:
        """Whether a closing mark stands here that ends a place: "MS 13)", "mo 4." """
        last = self.at + 1 == len(self.tokens)
        return bool(self.refs) and self.peek() in CLOSING and (last or self.tokens[self.at + 1].spaced)

    def read_code(self) -> bool:
        """A code's name, with what people write around it; alone it cites the whole code."""
        start = self.at
        while self.peek() in BEFORE_CODE:
            self.at += 1
        code = self.match_code()
        if not code:
            self.at = start
            code = self.match_code()  # Indiana is "in", which may stand before a code as well
        if not code:
            return False
        listed = self.peek(start - self.at - 1) in LISTING
        again = not listed and bool(self.refs) and self.refs[-1].codes == (code,) and not self.refs[-1].whole_code
        self.code = (code,)
        while self.peek() in AFTER_CODE:
            self.at += 1
        after = self.at
        while self.peek() in AFTER_CODE_MARKS:
            self.at += 1
        if self.place_follows():
            self.named = True
            if from_roman(self.peek()):
                self.read_place()  # never a code that happens to be called "xx"
            return True
        self.at = after
        uncoded = [ref for ref in self.refs if not ref.codes]
        if uncoded and len(uncoded) == len(self.refs):  # "principle 13 of the Missouri code"
            self.refs = [ref._replace(codes=self.code) for ref in self.refs]
        elif not again:  # else "mo 4 of the Missouri code"
            self.refs.append(Ref(self.code))
        return True

    def read_place(self) -> None:
        listed = self.at == 0 or self.peek(-1) in LISTING
        before = self.refs[-1] if self.refs and not self.named and self.refs[-1].codes == self.code else Ref()
        self.named = False
        if listed and before.letter and self.read_listed_letter(before):
            return
        unit = self.read_unit()
        token = self.tokens[self.at] if self.at < len(self.tokens) else Token("", False)
        if unit and self.peek(-1) in self.names.parts and not token.is_number and not self.as_part(token.text):
            self.refs.append(Ref(self.code, "", self.peek(-1)))  # "mo principles"
        elif token.is_number:
            self.read_number(unit, before, listed)
        elif self.as_part(token.text):
            self.at += 1
            ref = self.read_inside(Ref(self.code, unit, token.text), spaces=True)
            # "core IV" may mean core 4, and the i of "IV.2.a, i" may be a letter.
            doubt = not listed and before.part in self.names.parts and before.number < 0
            doubt |= before.number >= 0 and len(token.text) == 1
            self.refs.append(ref._replace(loose=doubt and ref.number < 0))
        else:
            raise NotACitation(token.text or (self.tokens[-1].text if self.tokens else ""))

    def read_listed_letter(self, before: Ref) -> bool:
        """One more letter of the provision before it: the c of "IV.2.a, c"."""
        start = self.at
        letter = self.read_letter()
        if not letter or self.as_part(letter):
            self.at = start
            return False
        self.skip_closing()
        self.refs.append(self.read_range(before._replace(letter=letter, last="", loose=False)))
        return True

    def read_number(self, unit: str, before: Ref, listed: bool) -> None:
        """A number: alone, a part with a number in it, or one more of the part before it in a list."""
        first = self.peek()
        self.at += 1
        inside = self.read_inside(Ref(self.code, unit, first), spaces=unit not in ("", "number"))
        if inside.number >= 0:
            self.refs.append(inside)
            return
        plain = unit in ("", "number")
        clear = before.number >= 0 and not before.letter and before.sentence < 0
        inherits = plain and clear and bool(before.part)
        if not unit and listed and clear and not before.part:
            unit = before.unit  # "principles 4 and 5"
        doubt = plain and not (listed and clear and (inherits or unit in ("", before.unit)))
        doubt |= not listed and before.part in self.names.parts and before.number < 0  # "core principle 4"
        loose = doubt and before != Ref()
        ref = Ref(self.code, unit, before.part if inherits else "", int(first), inherited=inherits, loose=loose)
        self.refs.append(self.read_tail(ref))

    def read_inside(self, ref: Ref, spaces: bool) -> Ref:
        """What follows a part: a number in it, or the end of a range of parts."""
        start = self.at
        if ref.part.isalpha():
            self.skip_closing()
            if self.peek() in TO and (last := self.read_last_part()):
                return ref._replace(last=last)
        itself = ref.part.isdecimal() and ref.unit in ("", "number")  # a number before it is a part
        comma = self.peek() == "," and self.peek(1) in INNER and not itself
        mark = self.peek() in INNER_MARKS and not (ref.part.isdecimal() and self.peek() in {"-", "/"})
        self.at += comma or mark
        while self.peek() in INNER and not (itself and ref.unit):
            self.at += 2 if self.peek(1) == "." else 1
            spaces = True
        follows = self.at < len(self.tokens) and self.tokens[self.at].is_number
        glued = follows and not self.tokens[self.at].spaced and ref.part.isalpha()
        if not follows or not (mark or comma or spaces or glued):
            self.at = start
            return ref
        self.at += 1
        return self.read_tail(ref._replace(number=int(self.peek(-1))))

    def read_last_part(self) -> str:
        """The end of a range of parts, "I-III" or "ms I - ms III"; "" where none follows."""
        start = self.at
        self.at += 1
        code = self.match_code()
        while code and (self.peek() in AFTER_CODE_MARKS or self.peek() in UNITS):
            self.at += 1
        last = self.as_part(self.peek())
        if not last or (code and (code,) != self.code):
            self.at = start
            return ""
        self.at += 1
        return last

    def read_tail(self, ref: Ref) -> Ref:
        """What follows a number: the name of its list, a letter, a sentence, the end of a range."""
        self.skip_closing()
        ref = self.read_list_name(ref)
        letter = self.read_letter()
        if letter:
            self.skip_closing()
            ref = self.read_list_name(ref._replace(letter=letter))
        sentence = self.read_sentence()
        return ref._replace(sentence=sentence) if sentence >= 0 else self.read_range(ref)

    def read_list_name(self, ref: Ref) -> Ref:
        """The list's name behind a number, as we print it: "Mississippi 13 (core)"."""
        if ref.part or self.peek() != "(" or self.peek(1) not in self.names.parts or self.peek(2) != ")":
            return ref
        self.at += 3
        return ref._replace(part=self.peek(-2))

    def read_range(self, ref: Ref) -> Ref:
        """The end of a range; it may name the code and the part once more."""
        start = self.at
        if self.peek() not in TO:
            return ref
        self.at += 1
        code = self.match_code()
        while self.peek() in AFTER_CODE_MARKS or self.peek() in UNITS:
            self.at += 1
        again = self.peek() in _same_part(ref.part) and self.peek(1) in INNER_MARKS
        self.at += 2 * again
        last = self.peek()
        ends = len(last) == 1 and last.isalpha() if ref.letter else last.isdecimal()
        if ends and (not code or (code,) == ref.codes):
            self.at += 1
            return ref._replace(last=last)
        self.at = start
        if code or self.as_part(self.peek(1)):
            raise NotACitation(self.peek(1), "a range runs inside one list of one code")
        raise NotACitation(self.peek(1) or self.peek())


def _same_part(part: str) -> tuple[str, ...]:
    """How a part may be written again: "iv" also as "4"."""
    return (part, str(from_roman(part))) if from_roman(part) else (part,) if part else ()
