"""Forms as Bootstrap 5 markup in French: label, hint, required mark, errors linked to their field, error summary."""

from django.forms.renderers import TemplatesSetting


class RenduAccord(TemplatesSetting):
    """`{{ form }}` and `{{ form.field.as_field_group }}` use the templates of this app, for widgets too."""

    form_template_name = "interface/formulaire/formulaire.html"
    formset_template_name = "interface/formulaire/formset.html"
    field_template_name = "interface/formulaire/champ.html"
