import mod_circ_b
from_b = mod_circ_b.VALUE
done = True
