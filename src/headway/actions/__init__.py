"""What a person can do, one function each, grouped by what it is about: load, call, save.

Faces adapt these signatures and add nothing.
"""
