"""headway: a local-first career navigator for AI and ML professionals."""
