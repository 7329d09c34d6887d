"""What git knows: objects, refs, differences, merges; read from and written to the mirror."""
