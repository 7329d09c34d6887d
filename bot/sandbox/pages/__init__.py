"""The pages of the embedded GitHub, for people who would rather look than ask an API.

Written on the server, without a script, a build step or anything from elsewhere. All that people
wrote is untrusted here, as it is on GitHub.
"""
