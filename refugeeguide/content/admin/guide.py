"""Topics and procedures; a procedure is edited on one page with all its parts."""

from django.contrib import admin

from refugeeguide.guide.parsing import ConditionError, parse
from refugeeguide.guide.questionnaire import QUESTIONNAIRE
from refugeeguide.guide.wording import in_words

from .. import models
from .base import DraftFilter, GuideAdmin, GuideInline


@admin.register(models.Topic)
class TopicAdmin(GuideAdmin):
    plain = ("slug", "position")
    list_display = ("title_en", "slug", "position", "waiting")
    list_filter = (DraftFilter,)
    ordering = ("position",)
    search_fields = ("slug", "title_en")


class StepInline(GuideInline):
    model = models.Step
    plain = ("position", "slug", "when", "at", "kind", "statements")
    autocomplete_fields = ("at", "statements")


class DocumentInline(GuideInline):
    model = models.Document
    plain = ("position", "slug", "when", "max_age", "step", "statements")
    autocomplete_fields = ("step", "statements")


class DeadlineInline(GuideInline):
    model = models.Deadline
    plain = ("position", "slug", "starts", "ends", "statements")
    autocomplete_fields = ("statements",)


class WarningInline(GuideInline):
    model = models.WarningNote
    plain = ("position", "slug", "when", "statements")
    autocomplete_fields = ("statements",)


class ContactInline(admin.TabularInline):
    model = models.ProcedureContact
    fields = ("position", "contact", "when")
    autocomplete_fields = ("contact",)
    extra = 0


@admin.register(models.Procedure)
class ProcedureAdmin(GuideAdmin):
    plain = ("topic", "slug", "position", "when", "shown_to", "statements")
    readonly_fields = ("shown_to",)
    list_display = ("title_en", "slug", "topic", "shown_to", "waiting")
    list_filter = ("topic", DraftFilter)
    list_select_related = ("topic",)
    ordering = ("topic__position", "position")
    search_fields = ("slug", "title_en", "title_nl", "title_fr", "summary_en", "steps__text_en")
    autocomplete_fields = ("statements",)
    inlines = (StepInline, DocumentInline, DeadlineInline, WarningInline, ContactInline)

    @admin.display(description="shown to")
    def shown_to(self, row) -> str:
        """The saved condition in words."""
        try:
            return in_words(parse(row.when, QUESTIONNAIRE.names), QUESTIONNAIRE, str)
        except ConditionError as error:
            return str(error)


class PartAdmin(GuideAdmin):
    """A part on a page of its own: for translators, who look for what waits in their language."""

    list_display = ("slug", "procedure", "words", "waiting")
    list_filter = (DraftFilter, "procedure")
    list_select_related = ("procedure",)
    ordering = ("procedure__topic__position", "procedure__position", "position")
    search_fields = ("slug", "procedure__slug", "text_en")
    autocomplete_fields = ("procedure", "statements")

    @admin.display(description="English")
    def words(self, row) -> str:
        return row.text_en


@admin.register(models.Step)
class StepAdmin(PartAdmin):
    plain = ("procedure", *StepInline.plain)
    autocomplete_fields = ("procedure", *StepInline.autocomplete_fields)


@admin.register(models.Document)
class DocumentAdmin(PartAdmin):
    plain = ("procedure", *DocumentInline.plain)
    autocomplete_fields = ("procedure", *DocumentInline.autocomplete_fields)


@admin.register(models.WarningNote)
class WarningAdmin(PartAdmin):
    plain = ("procedure", *WarningInline.plain)


@admin.register(models.Deadline)
class DeadlineAdmin(PartAdmin):
    plain = ("procedure", *DeadlineInline.plain)
    search_fields = ("slug", "procedure__slug", "label_en")

    @admin.display(description="English")
    def words(self, row) -> str:
        return row.label_en
