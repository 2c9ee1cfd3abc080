"""The group of people who may edit and publish the guide."""

from django.contrib.auth.models import Group, Permission

GROUP = "Content editor"
READ_ONLY = ("release", "publication", "loaded")


def ensure_group() -> Group:
    """The editors' group with its permissions: everything of the guide, but a release is only made and shown."""
    group, _ = Group.objects.get_or_create(name=GROUP)
    content = Permission.objects.filter(content_type__app_label="content").exclude(
        codename__contains="historical"
    )
    edits = content.exclude(content_type__model__in=READ_ONLY)
    publishes = content.filter(codename__in=["view_release", "publish_release"])
    group.permissions.set(edits | publishes)
    return group
