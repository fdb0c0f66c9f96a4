"""Arabic news reports in, attributed claims out.

>>> import isnad
>>> coder = isnad.load()
>>> report = coder.code("قال متحدث باسم الجيش إن طائرة مسيرة قصفت مستودعا في إدلب.",
...                     published="2024-03-02", outlet="الديار")
>>> [(claim.type, claim.place.name_en, claim.certainty) for claim in report.claims]
[('ASSAULT', 'Idlib', 'certain')]

`load` gives a `Coder`; its `code` and `code_many` give a `CodedReport` a report, whose claims are
plain typed values (`isnad.records`). `incidents` brings coded reports together; `open` opens a database of
`isnad ingest`. `claims_to_arrow` and `claims_to_pandas` make tables of many.
"""

from isnad._engine import Error
from isnad.coder import Coder, load
from isnad.database import Database, incidents, incidents_to_pandas, open
from isnad.incident import FieldValue, Incident
from isnad.records import (
    Casualties,
    Claim,
    Link,
    Narrator,
    Party,
    Place,
    Span,
    Time,
    Toll,
    VictimGroup,
    Warning,
)
from isnad.report import CodedReport
from isnad.tables import claims_to_arrow, claims_to_pandas, reports_to_arrow

__all__ = [
    "Casualties",
    "Claim",
    "CodedReport",
    "Coder",
    "Database",
    "Error",
    "FieldValue",
    "Incident",
    "Link",
    "Narrator",
    "Party",
    "Place",
    "Span",
    "Time",
    "Toll",
    "VictimGroup",
    "Warning",
    "claims_to_arrow",
    "claims_to_pandas",
    "incidents",
    "incidents_to_pandas",
    "load",
    "open",
    "reports_to_arrow",
]
__version__ = "0.1.0"
