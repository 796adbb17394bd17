"""headway as a library: the career guide's four classes over the engine. Nothing is written or sent."""
