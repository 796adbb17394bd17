"""The command line: adapts `headway.actions`, nothing more."""
