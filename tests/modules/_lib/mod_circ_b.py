import mod_circ_a
a_was_partial = not hasattr(mod_circ_a, "done")
VALUE = "from b"
