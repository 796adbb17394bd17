"""Contacts with a cadence are found without reading the others."""

from django.db import migrations, models
from django.db.models import Q
from django.db.models.lookups import IsNull

from headway.store.said import Said


class Migration(migrations.Migration):
    dependencies = (("store", "0001_initial"),)
    operations = (
        migrations.AddIndex(
            "document",
            models.Index(
                fields=["owner", "kind", "key"],
                name="document_followed",
                condition=Q(IsNull(Said("tier"), False))
                | Q(IsNull(Said("every"), False))
                | Q(IsNull(Said("mentorship"), False)),
            ),
        ),
    )
