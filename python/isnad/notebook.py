"""A coded report as HTML for notebooks: the text right to left with its spans marked, the claims in
a table below."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Iterator

if TYPE_CHECKING:
    from isnad.records import Claim, Party, Span
    from isnad.report import CodedReport

# Colours that stay apart in the common kinds of colour blindness; each also has a word in `title`.
_COLOURS = {
    "trigger": "#ffd9b0",
    "agent": "#bcd9f5",
    "recipient": "#e3c6e8",
    "place": "#cde8c4",
    "time": "#f3ecb0",
    "narrator": "#d9d9d9",
}


def _spans(claim: Claim) -> Iterator[tuple[str, Span]]:
    yield "trigger", claim.trigger
    for party in claim.agents:
        yield "agent", party.span
    for party in claim.recipients:
        yield "recipient", party.span
    if claim.place:
        yield "place", claim.place.span
    if claim.time:
        yield "time", claim.time.span
    for link in claim.chain:
        yield "narrator", link.narrator.span


def _marked(report: CodedReport) -> str:
    """The text with one mark a stretch; where spans overlap, the earlier kind in the list wins."""
    kinds: list[str | None] = [None] * len(report.text)
    for claim in report.claims:
        for kind, span in _spans(claim):
            if span.begin is None or span.end is None or span.in_title:
                continue
            for at in range(span.begin, min(span.end, len(kinds))):
                kinds[at] = kinds[at] or kind
    pieces: list[str] = []
    begin = 0
    while begin < len(kinds):
        end = begin
        while end < len(kinds) and kinds[end] == kinds[begin]:
            end += 1
        words = escape(report.text[begin:end]).replace("\n", "<br>")
        shown = kinds[begin]
        if shown is not None:
            colour = _COLOURS[shown]
            words = f'<mark title="{shown}" style="background:{colour};color:#000">{words}</mark>'
        pieces.append(words)
        begin = end
    return "".join(pieces)


def _names(parties: tuple[Party, ...]) -> str:
    return "، ".join(party.span.text or party.name or party.code or "" for party in parties)


def _range(claim: Claim) -> str:
    toll = claim.casualties.killed
    if toll is None:
        return ""
    if toll.best is not None:
        return str(toll.best)
    low = "?" if toll.low is None else str(toll.low)
    return f"≥ {low}" if toll.high is None else f"{low}–{toll.high}"


def _row(claim: Claim) -> str:
    place = (claim.place.name_ar or claim.place.span.text or "") if claim.place else ""
    day = str(claim.time.earliest or "") if claim.time else ""
    chain = " ← ".join(link.narrator.span.text or link.narrator.name or "؟" for link in claim.chain)
    what = " / ".join(word for word in (claim.type, claim.mode, claim.means) if word)
    cells = [
        what,
        _names(claim.agents),
        _names(claim.recipients),
        place,
        day,
        _range(claim),
        chain,
        claim.factuality,
        claim.certainty,
        f"{claim.confidence:.2f}",
    ]
    return "<tr>" + "".join(f'<td dir="auto">{escape(cell)}</td>' for cell in cells) + "</tr>"


_HEADINGS = (
    "what",
    "agents",
    "recipients",
    "where",
    "when",
    "killed",
    "according to",
    "factuality",
    "certainty",
    "confidence",
)


def report_to_html(report: CodedReport) -> str:
    """The report's `_repr_html_`; a fragment without scripts or outside assets."""
    if report.error is not None:
        return f"<p>{escape(report.id)}: {escape(report.error)}</p>"
    head = "".join(f"<th>{heading}</th>" for heading in _HEADINGS)
    rows = "".join(_row(claim) for claim in report.claims)
    title = f"<h4>{escape(report.title)}</h4>" if report.title else ""
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return (
        f'<div><div dir="rtl" lang="ar" style="line-height:1.9;text-align:right">{title}'
        f"{_marked(report)}</div>{table if report.claims else '<p>No claims.</p>'}</div>"
    )
