"""What people read on a pull request: the comment, the check, the job's summary."""
