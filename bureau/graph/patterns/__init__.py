"""The patterns that can be run, by the id under which the catalogue describes them."""

from collections.abc import Mapping
from types import MappingProxyType

from bureau.graph.patterns import (
    broker,
    bulk_settlement,
    cash_for_crypto,
    cash_share,
    circular_trade,
    commission,
    common_financier,
    courier,
    cover,
    cuckoo,
    denominations,
    dispersed,
    dormant,
    financing_gap,
    footprint,
    funnel,
    loan_back,
    loan_terms,
    mirror_pairs,
    mules,
    netting_group,
    nominee,
    odd_rent,
    offsetting,
    packaging,
    pass_through,
    phantom_shipment,
    premises,
    price_outlier,
    references,
    remittances,
    resale,
    rotation,
    round_sums,
    round_trip,
    shared_attribute,
    shared_device,
    structuring,
    successive_operators,
    takings,
    thin_trader,
    third_party,
    timing,
    tokens,
    twice_financed,
    value_balance,
    value_by_goods,
    wealth,
)
from bureau.graph.scene import Pattern

_SETTLEMENT = (
    *(offsetting, netting_group, round_trip, pass_through, value_balance, mirror_pairs, commission),
    *(third_party, bulk_settlement),
)
_CASH = (
    *(structuring, funnel, dispersed, cuckoo, cash_share, takings, denominations, tokens),
    *(packaging, courier, premises),
)
_AGENTS = (
    *(footprint, shared_attribute, cover, mules, wealth, round_sums, dormant, references),
    *(remittances, rotation),
)
_TRADE = (
    *(price_outlier, phantom_shipment, twice_financed, circular_trade, value_by_goods),
    *(thin_trader,),
)
_PROPERTY = (
    *(loan_back, resale, financing_gap, loan_terms, odd_rent, common_financier, nominee),
    *(successive_operators,),
)
_STRUCTURE = (shared_device, cash_for_crypto, broker, timing)
_FAMILIES = (_SETTLEMENT, _CASH, _AGENTS, _TRADE, _PROPERTY, _STRUCTURE)

PATTERNS: Mapping[str, Pattern] = MappingProxyType(
    {module.PATTERN.id: module.PATTERN for family in _FAMILIES for module in family}
)
