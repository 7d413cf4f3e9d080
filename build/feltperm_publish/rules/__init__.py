"""The rules a source record keeps; each a small function that yields (field, what to do).

A rule never changes anything. Errors stop a pack from being compiled; warnings are told.
"""

from __future__ import annotations

from feltperm_publish.rules.context import Context, Rule
from feltperm_publish.rules.facts import (
    alert_says_enough,
    dates_are_iso,
    has_not_ended,
    nothing_from_the_future,
    phones_are_valid,
    pictures_are_described,
    sources_are_dated,
    sources_are_given,
    urls_are_web_addresses,
)
from feltperm_publish.rules.forms import forms_are_claimed_once, signs_can_be_read_far_off
from feltperm_publish.rules.hours import (
    exceptions_are_clear,
    hours_do_not_overlap,
    schedules_say_when,
    times_are_hh_mm,
)
from feltperm_publish.rules.links import (
    about_another_pack,
    changes_may_be_made,
    id_is_slug,
    links_exist,
    national_words_stay_national,
    poster_has_one_origin,
    title_in_bokmal,
)
from feltperm_publish.rules.lists import (
    area_is_known,
    icons_are_drawn,
    languages_are_known,
    phrases_are_known,
    words_are_in_their_lists,
)
from feltperm_publish.rules.wording import (
    markdown_loads_nothing,
    no_banned_words,
    numbers_are_known,
    sentences_are_short,
    text_is_clean,
)

__all__ = ["ERRORS", "WARNINGS", "Context"]

#: In the order they are tried.
ERRORS: tuple[Rule, ...] = (
    id_is_slug, title_in_bokmal, links_exist, about_another_pack, national_words_stay_national,
    changes_may_be_made, poster_has_one_origin, forms_are_claimed_once, signs_can_be_read_far_off,
    words_are_in_their_lists, icons_are_drawn, area_is_known, languages_are_known,
    phrases_are_known,
    sources_are_given, urls_are_web_addresses, dates_are_iso, nothing_from_the_future,
    phones_are_valid, alert_says_enough, pictures_are_described,
    times_are_hh_mm, schedules_say_when, exceptions_are_clear, hours_do_not_overlap,
    text_is_clean, markdown_loads_nothing, no_banned_words, numbers_are_known,
    sentences_are_short,
)  # fmt: skip
WARNINGS: tuple[Rule, ...] = (sources_are_dated, has_not_ended)
