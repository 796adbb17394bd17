"""Currencies: which codes exist (ISO 4217), and dated rates of exchange that a person can replace."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from headway.catalog.folders import SHIPPED
from headway.values import Basis, Kind, Value

RATES = ("currency", "per_usd", "kind", "source", "date", "n")
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


def load_rates(folder: Path = SHIPPED) -> Mapping[str, Rate]:
    """The rates that come with headway, by currency; the dollar among them."""
    with (folder / "figures" / "rates.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        row["currency"]: Rate(
            currency=row["currency"],
            per_usd=Decimal(row["per_usd"]),
            basis=Basis.model_validate(
                {"kind": Kind(row["kind"]), "source": row["source"], "date": row["date"], "n": row["n"] or None}
            ),
        )
        for row in rows
    }
