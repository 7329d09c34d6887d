"""Tests of bot.sources, against real repositories of their own."""
