"""From a team's template to what it asks for, and a document held against it."""
