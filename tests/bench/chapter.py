"""What was measured in one scenario, kept beside the document so that another can be measured without it."""
import dataclasses
import json
import os
from dataclasses import dataclass, field

from bars import Verdict


@dataclass
class Chapter:
    date: str
    commit: str
    # Rounds that were asked for.
    runs: int
    # Tables and remarks, as Markdown.
    parts: list = field(default_factory=list)
    verdicts: list = field(default_factory=list)


def read(document):
    """All chapters of a document, by the scenarios' names."""
    if not os.path.exists(beside(document)):
        return {}
    with open(beside(document), encoding="utf8") as file:
        chapters = json.load(file)
    return {name: Chapter(**one | {"verdicts": [Verdict(**verdict) for verdict in one["verdicts"]]})
            for name, one in chapters.items()}


def write(document, chapters):
    with open(beside(document), "w", encoding="utf8") as file:
        json.dump({name: dataclasses.asdict(one) for name, one in chapters.items()}, file, indent=1, ensure_ascii=False)
        file.write("\n")


def beside(document):
    return os.path.splitext(document)[0] + ".json"
