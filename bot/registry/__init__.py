"""All specs of a repository: which documents are specs, and of which template."""
