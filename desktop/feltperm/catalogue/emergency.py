"""The emergency card: what F2 shows when nothing else works (SCREENS 2.3).

The card is made from the records it quotes (one order of steps everywhere, SCREENS section 0,
rule 7) when the program is built, and read from its own small file: no pack, no library and no
profile is needed to open it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import msgspec

from feltperm.catalogue.records import Guidance, Record, Service, Step, Text, Urgency
from feltperm.errors import ContentDamaged
from feltperm.wording import say

__all__ = [
    "LEAST_CARD",
    "CardPlan",
    "EmergencyCard",
    "EmergencyNumber",
    "EmergencyTab",
    "TabPlan",
    "later_card",
    "load_card",
    "make_card",
]


class _Struct(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Immutable; what equals its default is left out of the file."""


class TabPlan(_Struct, frozen=True):
    """One tab as the source file asks for it: its short title and the guidance it quotes."""

    title: Text
    record: str


class CardPlan(_Struct, frozen=True):
    """The source file ``resources/emergency/card.yaml``: tabs in order, services with numbers."""

    tabs: tuple[TabPlan, ...]
    numbers: tuple[str, ...]


class EmergencyTab(_Struct, frozen=True):
    """One tab of the card.

    Attributes:
        title: the tab's short title, as in «Overdose».
        record: the id of the guidance that the steps and signs come from.
        heading: that guidance's own title.
        steps: its steps, in its order.
        urgency: its signs by level of urgency.
        reviewed: the languages that a named professional has checked.
    """

    title: Text
    record: str
    heading: Text
    steps: tuple[Step, ...] = ()
    urgency: tuple[Urgency, ...] = ()
    reviewed: tuple[str, ...] = ()


class EmergencyNumber(_Struct, frozen=True):
    """One number of the card: whose it is, its digits, and how it is shown."""

    record: str
    title: Text
    number: str
    display: str
    needs_check: bool = False


class EmergencyCard(_Struct, frozen=True):
    """The whole card.

    Attributes:
        tabs: in the order of the number keys, 1 first.
        numbers: in the order they stand on the left side, largest first.
        checked: ISO date: the oldest day on which a source of the card was read or a
            professional reviewed a record of it, so that no part of it is older; empty if none
            is known.
        reviewed: the languages in which a professional has checked every tab; where the shown
            language is not among them, the card says «Ikke fagkontrollert».
        edition: the number of the national release that its words come from.
    """

    tabs: tuple[EmergencyTab, ...]
    numbers: tuple[EmergencyNumber, ...]
    checked: str = ""
    reviewed: tuple[str, ...] = ()
    edition: int = 0


#: What is left when even the card's file is damaged: the two numbers.
LEAST_CARD = EmergencyCard(
    tabs=(),
    numbers=(
        EmergencyNumber(
            record="svc-113", title={"nb": "Medisinsk nødtelefon"}, number="113", display="113"
        ),
        EmergencyNumber(
            record="svc-116117", title={"nb": "Legevakt"}, number="116117", display="116 117"
        ),
    ),
)


def make_card(plan: CardPlan, records: Iterable[Record], edition: int = 0) -> EmergencyCard:
    """Return the card that ``plan`` asks for, with words and numbers from ``records``.

    Args:
        edition: the number of the release that the records are of.

    Raises:
        ValueError: a planned record is missing, of the wrong kind, or has nothing to show.
    """
    by_id = {record.id: record for record in records}
    guidance = [_guidance(by_id, tab.record) for tab in plan.tabs]
    services = [_service(by_id, name) for name in plan.numbers]
    return EmergencyCard(
        tabs=tuple(_tab(tab, record) for tab, record in zip(plan.tabs, guidance, strict=True)),
        numbers=tuple(_number(service) for service in services),
        checked=min(_days(guidance) + _days(services), default=""),
        reviewed=_reviewed_in_all(guidance),
        edition=edition,
    )


def later_card(
    card: EmergencyCard, edition: int, record: Callable[[str], Record | None]
) -> EmergencyCard:
    """Return the card with the words of a later release; the same card where there are none.

    A release whose records cannot fill the card changes nothing: what came with the program
    stands (SCREENS 2.3).

    Args:
        edition: the number of the national release in use.
        record: returns a record of it by its id.
    """
    if edition <= card.edition or not card.tabs:
        return card
    plan = CardPlan(
        tabs=tuple(TabPlan(title=tab.title, record=tab.record) for tab in card.tabs),
        numbers=tuple(number.record for number in card.numbers),
    )
    named = [*(tab.record for tab in plan.tabs), *plan.numbers]
    try:
        return make_card(plan, [one for name in named if (one := record(name))], edition)
    except ValueError:
        return card


def load_card(path: Path) -> EmergencyCard:
    """Return the card in a file that :func:`make_card` made.

    Raises:
        ContentDamaged: the file is missing or unreadable. The program's own 113 line does not
            depend on it.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=EmergencyCard)
    # ValueError covers msgspec's own errors and broken UTF-8.
    except (OSError, ValueError, RecursionError) as error:
        raise ContentDamaged(
            say("Akuttkortet kunne ikke leses. Ring 113 ved fare for liv."), f"{path.name}: {error}"
        ) from error


def _guidance(by_id: Mapping[str, Record], name: str) -> Guidance:
    record = by_id.get(name)
    if not isinstance(record, Guidance):
        raise ValueError(f"the emergency card needs a guidance {name}")
    if not record.steps and not record.urgency:
        raise ValueError(f"the emergency card needs steps or urgency in {name}")
    return record


def _service(by_id: Mapping[str, Record], name: str) -> Service:
    record = by_id.get(name)
    if not isinstance(record, Service) or not record.phones:
        raise ValueError(f"the emergency card needs a service {name} with a phone")
    return record


def _tab(plan: TabPlan, record: Guidance) -> EmergencyTab:
    return EmergencyTab(
        title=plan.title,
        record=record.id,
        heading=record.title,
        steps=record.steps,
        urgency=record.urgency,
        reviewed=tuple(sorted(record.reviewed)),
    )


def _number(service: Service) -> EmergencyNumber:
    phone = service.phones[0]
    return EmergencyNumber(
        record=service.id,
        title=service.title,
        number=phone.number,
        display=phone.display or phone.number,
        needs_check=service.needs_check,
    )


def _days(records: Iterable[Record]) -> list[str]:
    """The days on which somebody read or reviewed what the records say."""
    days: list[str] = []
    for record in records:
        days += [source.read_on for source in record.sources]
        days += [review.on for review in record.reviewed.values()]
    return days


def _reviewed_in_all(records: Iterable[Guidance]) -> tuple[str, ...]:
    languages = [set(record.reviewed) for record in records]
    return tuple(sorted(set.intersection(*languages))) if languages else ()
