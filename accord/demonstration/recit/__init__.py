"""The story of a démarche, played through the services a real one would call, chapter after chapter.

The demo plays it on Caen la Mer; the tests play it on a small fictional territory. Every figure is invented.
"""
