"""The names of the formats that a check can be printed in."""

FORMATS = ("text", "json", "sarif", "github", "markdown", "html")
