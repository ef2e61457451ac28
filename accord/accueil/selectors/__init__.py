"""What the home page and the search compose, from what the other apps offer."""
