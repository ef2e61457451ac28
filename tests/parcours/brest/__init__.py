"""The chapters of the story of Brest Métropole: each step is a function named as a sentence."""
