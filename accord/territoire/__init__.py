"""EPCI, communes and other collectivités, with the national reference data they come from."""
