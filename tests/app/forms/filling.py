"""Fills in a form as a browser would send it."""

from contextlib import contextmanager

from werkzeug.datastructures import MultiDict


@contextmanager
def filled(app, kind, sent, /, **choices):
    """The form of this kind with what was sent, its token left aside."""
    with app.test_request_context(method="POST", data=MultiDict(sent)):
        form = kind(meta={"csrf": False})
        for name, offered in choices.items():
            form[name].choices = offered
        form.validate()
        yield form
