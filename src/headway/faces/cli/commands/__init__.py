"""One module a group of commands; each registers its own. Heavy imports wait inside them."""
