# nan is equal to nothing, so that its hash is that of the object: many of them do not collide.
nan = float("nan")
print(hash(nan) == object.__hash__(nan), hash(nan) == hash(nan))
z = complex(0, nan)
print(hash(z) == hash(z))
print(len({nan, nan}), len({float("nan") for i in range(500)}), {nan: 1}[nan])
print(hash(float("inf")), hash(-float("inf")), hash(complex(1, 0)))
