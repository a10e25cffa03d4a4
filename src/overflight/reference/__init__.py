"""Reference data and their loaders: airfields, borders, places, aircraft types, weapons."""
