"""Tests of bot.config, through the two functions that others call."""
