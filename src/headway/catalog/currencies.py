"""Currencies: which codes exist (ISO 4217), dated rates of exchange and price levels that a person can replace."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from headway.catalog.folders import SHIPPED
from headway.values import Basis, Kind, Value

RATES = ("currency", "per_usd", "kind", "source", "date", "n")
FINEST_LEVEL = Decimal("0.0001")
CURRENCIES = frozenset(
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD "
    "CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ "
    "GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR "
    "LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN "
    "PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB "
    "TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG".split()
)


class Rate(Value):
    """How much of a currency one US dollar buys."""

    currency: str
    per_usd: Decimal
    basis: Basis


class PriceLevel(Value):
    """Prices of what households buy in a country, against the United States as 1: a year's mean."""

    country: str
    currency: str
    level: Decimal
    """At `per_usd`."""
    per_usd: Decimal
    """How much of the currency one US dollar bought in that year."""
    basis: Basis

    def at(self, per_usd: Decimal) -> Decimal:
        """The level at another rate: prices stay where they are in the country's own money."""
        return (self.level * self.per_usd / per_usd).quantize(FINEST_LEVEL)


def load_rates(folder: Path = SHIPPED) -> Mapping[str, Rate]:
    """The rates that come with headway, by currency; the dollar among them."""
    return {
        row["currency"]: Rate(currency=row["currency"], per_usd=Decimal(row["per_usd"]), basis=_basis(row))
        for row in _rows(folder, "rates.csv")
    }


def load_price_levels(folder: Path = SHIPPED) -> Mapping[str, PriceLevel]:
    """The price levels that come with headway, by country; the United States among them."""
    return {
        row["country"]: PriceLevel(
            country=row["country"],
            currency=row["currency"],
            level=Decimal(row["level"]),
            per_usd=Decimal(row["per_usd"]),
            basis=_basis(row),
        )
        for row in _rows(folder, "price_levels.csv")
    }


def _rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / "figures" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _basis(row: Mapping[str, str]) -> Basis:
    said = {"kind": Kind(row["kind"]), "source": row["source"], "date": row["date"], "n": row.get("n") or None}
    return Basis.model_validate(said)
