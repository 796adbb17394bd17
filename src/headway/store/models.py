"""The two shapes that storage knows. Only this package reads them: see `front`."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.lookups import IsNull

from headway.store.said import Said, SaidLast


class Document(models.Model):
    """A Value that is replaced as a whole. `version` counts its writes and is the lock of the next one."""

    owner = models.CharField(max_length=80)
    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=200)
    version = models.PositiveIntegerField()
    body = models.JSONField()
    updated_at = models.DateTimeField()
    tombstone = models.BooleanField(default=False)
    """Removed. The row stays, so that its version does: a stale write must never pass for a new document."""

    class Meta:
        constraints = (models.UniqueConstraint(fields=["owner", "kind", "key"], name="document_once"),)
        indexes = (
            models.Index(
                "owner",
                "kind",
                "key",
                Said("tier"),
                Said("every"),
                Said("mentorship"),
                Said("consent"),
                SaidLast("touches", "kind"),
                SaidLast("touches", "on"),
                name="document_followed",
                condition=Q(IsNull(Said("tier"), False))
                | Q(IsNull(Said("every"), False))
                | Q(IsNull(Said("mentorship"), False)),
            ),
        )
        """Of many contacts few have a cadence; who is due is asked daily, and told here without opening the bodies."""


class Event(models.Model):
    """A Value that happened; never changed. `id` is the order of recording, whatever the clock said."""

    uid = models.CharField(max_length=80)
    """Made by the caller, so that a write tried again does not count twice."""
    owner = models.CharField(max_length=80)
    kind = models.CharField(max_length=40)
    at = models.DateTimeField()
    body = models.JSONField()

    class Meta:
        # Unique for each owner: a clash over all of them would tell one owner of another's events.
        constraints = (models.UniqueConstraint(fields=["owner", "uid"], name="event_once"),)
        indexes = (models.Index(fields=["owner", "kind", "id"], name="event_in_order"),)
