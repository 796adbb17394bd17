"""The two tables. Events are only ever added: the database itself refuses to change one."""

from typing import Any

from django.db import migrations, models


def forbid_change(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(
            "CREATE TRIGGER event_stays BEFORE UPDATE ON store_event BEGIN SELECT RAISE(ABORT, 'events stay'); END"
        )


class Migration(migrations.Migration):
    initial = True
    dependencies = ()
    operations = (
        migrations.CreateModel(
            name="Document",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("owner", models.CharField(max_length=80)),
                ("kind", models.CharField(max_length=40)),
                ("key", models.CharField(max_length=200)),
                ("version", models.PositiveIntegerField()),
                ("body", models.JSONField()),
                ("updated_at", models.DateTimeField()),
                ("tombstone", models.BooleanField(default=False)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("owner", "kind", "key"), name="document_once")],
            },
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.CharField(max_length=80)),
                ("owner", models.CharField(max_length=80)),
                ("kind", models.CharField(max_length=40)),
                ("at", models.DateTimeField()),
                ("body", models.JSONField()),
            ],
            options={
                "indexes": [models.Index(fields=["owner", "kind", "id"], name="event_in_order")],
                "constraints": [models.UniqueConstraint(fields=("owner", "uid"), name="event_once")],
            },
        ),
        migrations.RunPython(forbid_change, migrations.RunPython.noop),
    )
