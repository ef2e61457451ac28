"""Technique shared by every app. No word of the trade lives here."""
