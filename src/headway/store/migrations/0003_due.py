"""The index of contacts with a cadence holds what tells who cannot be due yet."""

from django.db import migrations, models
from django.db.models import Q
from django.db.models.lookups import IsNull

from headway.store.said import Said, SaidLast


class Migration(migrations.Migration):
    dependencies = (("store", "0002_followed"),)
    operations = (
        migrations.RemoveIndex("document", "document_followed"),
        migrations.AddIndex(
            "document",
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
        ),
    )
