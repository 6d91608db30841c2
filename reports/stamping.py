"""Which service of time stamps (RFC 3161) a signature asks: a setting of the house, or none."""

_SERVICE: dict[str, str] = {}


def stamp_with(address: str) -> None:
    """Ask this service for the time stamp of each signature; none where it is empty."""
    _SERVICE["address"] = address


def service() -> str:
    """The address of the service, or nothing."""
    return _SERVICE.get("address", "")
