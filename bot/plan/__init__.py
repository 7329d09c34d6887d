"""Desired state minus what stands: the few writes that are left, as values that can be read."""
