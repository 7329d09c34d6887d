"""Changes to documents: by splicing lines, so that every other byte stays what it was."""
