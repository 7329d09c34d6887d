"""What a repository has decided: `.github/spec-steward.yml`, read, checked and turned to policy.

Nothing is imported here on purpose: pydantic and PyYAML cost 100 ms, which only a repository
that has a configuration pays, through `bot.config.load`.
"""
