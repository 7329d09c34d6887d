"""What stands on GitHub, read into our own words."""
