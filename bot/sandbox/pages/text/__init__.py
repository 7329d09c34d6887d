"""What people write, as HTML that does nothing but show it."""
