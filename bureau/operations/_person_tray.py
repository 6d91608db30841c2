"""What is told to a person of what waits, or waited, in the tray of a case."""

from bureau.model import Company, TrayItem
from bureau.model.entity import folded
from bureau.operations._barred import barred_ids
from bureau.operations._person_file import PersonFile, Plain


def tray(file: PersonFile) -> list[Plain]:
    """Each thing in the tray that is about the person, by key or by name, settled or not.

    What names somebody protected stays back whole, and is counted.
    """
    own = {str(file.subject.id), *(str(e.id) for e in file.own if not isinstance(e, Company))}
    name = folded(file.subject.label)
    rows: list[TrayItem] = file.rows.all(TrayItem)
    about = [row for row in rows if own & set(row.parties) or name in folded(row.says)]
    hidden = set(barred_ids(file.work, file.case)) - own if about else set()
    told = []
    for row in about:
        if hidden & set(row.parties):
            file.held["protected"] += 1
        elif not file.kept(row.source_id, row.says):
            told.append(row)
    return [{"on": row.put_at.date().isoformat(), "text": file.out.clean(row.says)} for row in told]
