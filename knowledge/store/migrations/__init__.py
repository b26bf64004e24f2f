"""The schema's history. A new step is a new file in `versions/`, never a change to an old one."""
