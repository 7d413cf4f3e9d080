"""A small invented set of source records, enough for every step of the pipeline."""

from __future__ import annotations

from pathlib import Path

SOURCE = """\
sources:
  - {publisher: Prøveutgiver, title: Side om prøver, url: "https://example.org/prove", read_on: 2026-11-22}
"""  # noqa: E501

FILES = {
    "catalogue/pack.yaml": """\
pack: sample
seq: 2
published: "2026-11-25"
publisher: Prøveutgiver
languages: [nb]
""",
    "catalogue/services/svc-sample.md": f"""\
---
title: Prøvestedet
category: low_threshold
topics: [overdose]
organisation: org-sample
area: {{municipalities: [0301]}}
phones:
  - 22400040
  - {{number: "02800", note: kveld}}
schedules:
  - byday: MO-FR
    opens_at: 09:00
    closes_at: 15:00
offers: [naloxone]
free: true
referral: false
related: [gd-sample]
needs_check: true
{SOURCE}---
Et sted som **ikke** finnes. Se [siden](https://example.org).
""",
    "catalogue/services/svc-line.md": f"""\
---
title: {{nb: Prøvetelefonen, en: Sample line}}
topics: [overdose]
category: helpline
area: {{country: true}}
phones: [116117]
{SOURCE}---
""",
    "catalogue/organisations/org-sample.md": f"""\
---
title: Prøveorganisasjonen
topics: [overdose]
area: {{counties: [Trøndelag]}}
{SOURCE}---
""",
    "catalogue/guidance/gd-sample.md": f"""\
---
title: Prøveråd
topics: [overdose]
clinical: true
critical: true
urgency:
  - level: call_113
    signs: [Et oppdiktet tegn]
steps:
  - Første steg
  - {{title: Andre steg, detail: Forklaring}}
{SOURCE}---
Brødtekst.
""",
    "catalogue/posters/ps-sample.md": f"""\
---
title: Prøveplakat
topics: [overdose]
steps_from: gd-sample
{SOURCE}---
""",
    "vocabulary/offers.yaml": """\
format: 1
offers:
  naloxone: {label: {nb: Naloksonspray}}
""",
    "vocabulary/topics.yaml": "overdose: {nb: Overdose}\n",
    "vocabulary/audiences.yaml": "everyone: {nb: Alle}\nrelatives: {nb: Pårørende}\n",
    "vocabulary/categories.yaml": "low_threshold: {nb: Lavterskel}\nhelpline: {nb: Telefon}\n",
    "vocabulary/labels.yaml": """\
format: 1
weekdays: {mon: {full: {nb: mandag}}}
labels:
  not_checked: {text: {nb: Oversettelsen er ikke kontrollert}}
  not_clinically_checked: {text: {nb: Ikke fagkontrollert}}
  not_confirmed_since: {text: {nb: "Ikke bekreftet etter {dato}"}}
""",
    "vocabulary/phrases.yaml": "format: 1\nphrases: {alert.new: {text: {nb: Nytt varsel}}}\n",
    "vocabulary/banned.yaml": "'farlig(e|st)?': say what to do instead\n",
    "vocabulary/synonyms.yaml": """\
- id: syn-1
  preferred: nalokson
  terms: [nalokson, 113]
  one_way: [no, on]
""",
    "vocabulary/terms.yaml": """\
- id: lar
  term: LAR
  explanation: {nb: Behandling., nn: Behandling., en: Treatment.}
""",
    "geography/municipalities.csv": """\
number,name,name_norwegian,county,health_region,administrative_centre,lat,lon
5001,Tråante,Trondheim,Trøndelag,Midt,Trondheim,63.4,10.4
0301,Oslo,Oslo,Oslo,Sør-Øst,Oslo,59.9,10.8
""",
    "emergency/card.yaml": """\
tabs:
  - {title: {nb: Prøve, en: Sample}, record: gd-sample}
numbers: [svc-line]
""",
    "icons/lucide.txt": "# names\nsearch\ntrash-2 trash\n",
}


def write_files(resources: Path, files: dict[str, str]) -> Path:
    """Write source files below ``resources``, in the order given."""
    for name, text in files.items():
        path = resources / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return resources
