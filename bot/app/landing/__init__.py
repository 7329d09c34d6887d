"""What a merge leads to: the checklists of the default branch, and the issues for them."""
