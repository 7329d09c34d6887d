"""Where specs stand in their life, and how that is told: tables and pure functions."""
