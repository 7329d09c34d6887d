"""The door to GitHub: what stands there, and what changes it. The only importer of PyGithub."""
