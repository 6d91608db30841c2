"""The words of the page on which a dossier is composed: kinds of item, demands of the gate."""

from flask_babel import LazyString, lazy_gettext

KINDS: dict[str, LazyString] = {
    "statement": lazy_gettext("Numbered statements"),
    "source": lazy_gettext("Sources"),
    "party": lazy_gettext("Persons and others"),
    "tie": lazy_gettext("Ties"),
    "lead": lazy_gettext("Leads with their innocent explanations"),
    "event": lazy_gettext("Lines of the timeline"),
    "advice": lazy_gettext("Advice of the national office"),
}
# Each demand with what it says, and where it is met.
GATES: dict[str, tuple[LazyString, LazyString, str]] = {
    "applicant": (
        lazy_gettext("The applicant (betrokkene) is recorded"),
        lazy_gettext("Record who applies."),
        "screening.show_application",
    ),
    "findings": (
        lazy_gettext("There are statements with a source that may go along"),
        lazy_gettext("Write down what was found, each sentence with its source."),
        "assessment.show_assessment",
    ),
    "leads": (
        lazy_gettext("Every lead is judged"),
        lazy_gettext("Answer the innocent explanations and judge each lead."),
        "leads.list_leads",
    ),
    "innocent": (
        lazy_gettext("Every innocent explanation is answered and the sheet is not empty"),
        lazy_gettext("Answer them, or write at a finding what speaks against it."),
        "assessment.show_assessment",
    ),
    "advice_reader": (
        lazy_gettext("You are a named reader of the advice"),
        lazy_gettext("Ask a named reader to compose it, or to name you."),
        "documents.list_documents",
    ),
    "advice_checked": (
        lazy_gettext("The advice was checked (vergewistoets, Awb 3:9)"),
        lazy_gettext("Write the care check first."),
        "assessment.show_assessment",
    ),
    "protected": (
        lazy_gettext("No text names a protected person"),
        lazy_gettext("Take the name out of the finding, the title or the question."),
        "assessment.show_assessment",
    ),
    "origin": (
        lazy_gettext("Whoever gave a fact has released it"),
        lazy_gettext("Ask its owner, or let it stay behind as it does now."),
        "documents.list_documents",
    ),
    "custody": (
        lazy_gettext("Of every source the bytes are kept"),
        lazy_gettext("Add the document, so that the register can name its digest."),
        "documents.list_documents",
    ),
    "minimal": (
        lazy_gettext("Every source that goes along carries something in the dossier"),
        lazy_gettext("Leave out below what its reader does not need (AVG 5(1)(c))."),
        "documents.list_documents",
    ),
}
