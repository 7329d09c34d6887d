"""The contract's example of a configuration, to the letter."""

EXAMPLE = """\
version: 1
templates:
  - template: docs/tech-spec/TEMPLATE.md     # or the name of a built-in
    paths: ["docs/tech-spec/*.md"]
    sections: {required: [Context], expected: [Diagrams], optional: [Appendix]}
rules:
  placeholder: warning                       # error | warning | note | off
  missing-section: {drafting: warning}       # or by stage
status:
  stages: {Accepted: approved}
  transitions: {Draft: [Accepted], Accepted: [Implementing, Deprecated]}
approvals:
  approved: {minimum: 2, from: [bob, "@acme/architects", codeowners, "role:maintain"]}
issues:
  enabled: true
  when: approved
  granularity: item                          # item | phase | spec
  labels: [work]
  max-new: 200
"""
