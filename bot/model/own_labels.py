"""The labels that are the Steward's own, so that nobody else's may be called so."""

FAMILY = "spec: "
"""what the labels begin with that tell the status of a pull request's specs"""
LABEL = "spec-steward"
"""the label of every issue of the Steward's"""
