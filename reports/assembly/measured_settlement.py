"""What the patterns of settlement between parties measured, in words."""

from collections.abc import Mapping

NAMES: Mapping[str, tuple[str, str]] = {
    "agents": ("partijen", "parties"),
    "net": ("saldo's samen", "balances together"),
    "net_share": ("deel dat overblijft", "part that remains"),
    "times": ("keren", "times"),
    "payers": ("betalers", "payers"),
    "total_in": ("samen binnengekomen", "total in"),
    "total_out": ("samen uitgegaan", "total out"),
    "pairs": ("paren", "pairs"),
    "mean_margin": ("gemiddelde marge", "mean margin"),
    "spread": ("spreiding van de marge", "spread of the margin"),
    "shared": ("gedeelde tegenpartijen", "shared counterparties"),
    "before": ("tegenpartijen van de oude rekening", "counterparties of the old account"),
    "after": ("tegenpartijen van de nieuwe rekening", "counterparties of the new account"),
    "alike": ("deel dat gelijk is", "part that is the same"),
    "moved": ("bewoog met hen", "moved with them"),
    "received_in": ("ontvangen in", "received in"),
    "paid_in": ("betaald in", "paid in"),
    "received": ("ontvangen", "received"),
    "paid": ("betaald", "paid"),
    "across": ("over de grens", "across the border"),
    "difference": ("verschil", "difference"),
    "paid_here": ("samen betaald", "paid, together"),
    "paid_there": ("samen in spiegelbeeld betaald", "paid in mirror, together"),
}
AMOUNTS = (
    "net",
    "total_in",
    "total_out",
    "moved",
    "received",
    "paid",
    "across",
    "paid_here",
    "paid_there",
)
SHARES = ("net_share", "mean_margin", "spread", "alike", "difference")
