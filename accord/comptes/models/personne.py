"""The account of a person. What the person may do comes from habilitations, never from the account."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone


class PersonneManager(BaseUserManager["Personne"]):
    """Accounts are found by address, whatever its case."""

    def create_user(self, email: str, password: str | None = None, **champs: Any) -> "Personne":
        """Create an account. Raises ValueError without an address."""
        if not email:
            raise ValueError("Une adresse électronique est nécessaire.")
        personne = self.model(email=self.normalize_email(email).lower(), **champs)
        personne.set_password(password)
        personne.save(using=self._db)
        return personne

    def create_superuser(self, email: str, password: str | None = None, **champs: Any) -> "Personne":
        """Create the operator of the site: technical rights only, no habilitation."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **champs)

    def get_by_natural_key(self, username: str | None) -> "Personne":
        return self.get(email__iexact=username)


class Personne(AbstractBaseUser, PermissionsMixin):
    """A person who signs in with an address."""

    email = models.EmailField("adresse électronique", unique=True)
    prenom = models.CharField("prénom", max_length=100, blank=True)
    nom = models.CharField("nom", max_length=100, blank=True)
    is_active = models.BooleanField("compte actif", default=True)
    is_staff = models.BooleanField("exploitant du site", default=False)
    cree_le = models.DateTimeField("créé le", default=timezone.now)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects: ClassVar[PersonneManager] = PersonneManager()

    class Meta:
        verbose_name = "personne"
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="personne_adresse_unique",
                violation_error_message="Cette adresse a déjà un compte.",
            )
        ]

    def __str__(self) -> str:
        return self.nom_complet

    @property
    def nom_complet(self) -> str:
        """First name and name, or the address when neither is known."""
        return f"{self.prenom} {self.nom}".strip() or self.email

    def get_full_name(self) -> str:
        return self.nom_complet

    def get_short_name(self) -> str:
        return self.prenom or self.email
