"""What GitHub tells a workflow of something that happened: the file at GITHUB_EVENT_PATH."""
