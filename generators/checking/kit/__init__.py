"""Shared by checks: their context, texts for messages, repetitions, and the texts of a project."""
