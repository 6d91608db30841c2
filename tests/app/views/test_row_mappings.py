"""A mapping of rows on its page, and a file that it reads on the page of imports."""

from io import BytesIO

from tests.app.views.reading import text
from tests.bureau.operations.rows import FILES, MAPPINGS

PATH = "/imports/mappings"


def test_a_mapping_is_kept_shown_again_and_reads_a_file(road, officer):
    makes, columns, _ = MAPPINGS["Personen"]
    said = {f"column_{name}": heading for name, heading in columns.items()}
    form = {"makes": makes, "name": "Personen", "dates": "dmy", "words": "", **said}
    wrong = officer.send(f"{PATH}/one?makes=person", {**form, "column_family_name": ""})
    assert wrong.status_code == 422
    assert officer.send(f"{PATH}/one?makes=person", form).status_code == 302
    assert "Personen" in text(officer.get(PATH))
    assert 'value="Voornaam"' in officer.get(f"{PATH}/one?name=Personen").get_data(as_text=True)
    assert officer.get(f"{PATH}/one?makes=ship").status_code == 404

    def take(content, act):
        file = (BytesIO(content.encode()), "lijst.csv")
        sent = {"format": "entities-csv", "mapping": "Personen", "title": "Lijst", "act": act}
        return officer.send(
            f"/cases/{road.id}/imports/new",
            {**sent, "file": file},
            content_type="multipart/form-data",
        )

    seen = text(take(FILES["Personen"], "preview"))
    assert "Anna Voorbeeld" in seen
    assert "Bram Voorbeeld" in seen
    refused = take(FILES["Personen"].replace("1981", "30-2-1981"), "store")
    assert refused.status_code == 422
    assert "Geboren" in text(refused)
    assert take(FILES["Personen"], "store").status_code == 200
    assert "Anna Voorbeeld" in text(officer.get(f"/cases/{road.id}/parties"))
