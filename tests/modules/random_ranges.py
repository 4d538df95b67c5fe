# random: ranges, determinism with a seed, argument errors.
import random
random.seed(42)
a = [random.random() for _ in range(5)]
random.seed(42)
print(a == [random.random() for _ in range(5)], all(0 <= x < 1 for x in a), len(set(a)) == 5)
print(all(3 <= random.randint(3, 7) <= 7 for _ in range(200)),
      {random.randint(1, 3) for _ in range(200)} == {1, 2, 3}, random.randint(5, 5))
print({random.randrange(4) for _ in range(200)} == {0, 1, 2, 3},
      {random.randrange(10, 20, 5) for _ in range(100)} == {10, 15},
      {random.randrange(5, 0, -2) for _ in range(100)} == {5, 3, 1})
print({random.choice("ab") for _ in range(100)} == {"a", "b"}, random.choice([9]),
      random.choice((1,)), random.choice(range(1)))
print(all(0 <= random.getrandbits(3) < 8 for _ in range(100)),
      {random.getrandbits(1) for _ in range(100)} == {0, 1}, random.getrandbits(0),
      random.getrandbits(100) < 2 ** 100)
print(all(2.5 <= random.uniform(2.5, 3) <= 3 for _ in range(100)),
      all(-1 <= random.uniform(1, -1) <= 1 for _ in range(100)))
print(0.4 < sum(random.random() for _ in range(2000)) / 2000 < 0.6)
for f in (lambda: random.randrange(0), lambda: random.randint(5, 4),
          lambda: random.randrange(1, 2, 0), lambda: random.randrange(5, 5),
          lambda: random.getrandbits(-1), lambda: random.choice([]), lambda: random.choice(5), lambda: random.randrange(), lambda: random.getrandbits("x"),
          lambda: random.randint(1)):
    try:
        print(f())
    except (ValueError, TypeError, IndexError) as e:
        print(type(e).__name__, end=" ")
print()
random.seed(1)
x = random.getrandbits(32)
random.seed(2)
print(x != random.getrandbits(32))
random.seed()
print(0 <= random.randrange(2 ** 40) < 2 ** 40)
