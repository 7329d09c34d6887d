"""What happens to issues, labels, pull requests and the like, whoever asks for it."""
